package org.colmado.insights.simulate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.DoubleStream;

/** Reads the planted missions, each scaled so that its share is its part of an ordinary week. */
final class PlantedMissions {
  private static final String RESOURCE = "/simulate/missions.yaml";
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private PlantedMissions() {}

  static List<PlantedMission> read() {
    try (InputStream bytes = PlantedMissions.class.getResourceAsStream(RESOURCE)) {
      List<PlantedMission> missions =
          MAPPER.readValue(bytes, new TypeReference<List<PlantedMission>>() {});
      return missions.stream().map(PlantedMissions::scaled).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the missions " + RESOURCE, e);
    }
  }

  /** Weekday weights of mean 1 and hour weights that add up to 1. */
  private static PlantedMission scaled(PlantedMission mission) {
    double weekday =
        sum(mission.weekdays().stream().mapToDouble(w -> w)) / mission.weekdays().size();
    double hours = sum(mission.hours().values().stream().mapToDouble(w -> w));

    return new PlantedMission(
        mission.name(),
        mission.share() / (weekday * hours),
        mission.hours(),
        mission.weekdays(),
        mission.payday(),
        mission.holiday(),
        mission.festive(),
        mission.anchors(),
        mission.others(),
        mission.extraLines(),
        mission.pairs(),
        mission.tenders(),
        mission.delivery());
  }

  private static double sum(DoubleStream weights) {
    return weights.sum();
  }
}
