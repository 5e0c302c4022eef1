package org.colmado.insights.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaAnswerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type': 'string'} | 'visits after work'",
        "{'type': ['string', 'null']} | 'visits after work'",
        "{'type': 'array', 'items': {'type': 'string'}} | []",
        "{'type': 'array', 'minItems': 2, 'items': {'type': 'boolean'}} | [false,false]",
        "{'type': 'integer', 'minimum': 3} | 3",
        "{'const': 7} | 7",
        "{'enum': ['b', 'a']} | 'b'",
        "{'anyOf': [{'type': 'null'}, {'type': 'string'}]} | null",
        "{'$ref': '#/$defs/x', '$defs': {'x': {'type': 'number'}}} | 0",
        "{'type': 'object', 'properties': {'a': {'type': 'number'}, 'b': {}}, 'required': ['a']} | {'a':0}"
      })
  void isTheLeastThatTheSchemaAllows(String schema, String answer) throws JsonProcessingException {
    assertThat(
            SchemaAnswer.to(
                "{visits: 312, after \"work\"}",
                new ObjectMapper().readTree(schema.replace('\'', '"'))))
        .isEqualTo(answer.replace('\'', '"'));
  }
}
