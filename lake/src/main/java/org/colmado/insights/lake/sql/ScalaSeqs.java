package org.colmado.insights.lake.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Scala's sequences, which Spark's plans are made of, from Java. */
final class ScalaSeqs {
  private ScalaSeqs() {}

  static <T> List<T> toJava(Seq<? extends T> seq) {
    List<T> list = new ArrayList<>();
    CollectionConverters.asJava(seq).forEach(list::add);
    return list;
  }

  static <T> Seq<T> toScala(List<? extends T> list) {
    List<T> copy = new ArrayList<>(list);
    return CollectionConverters.asScala(copy).toSeq();
  }

  static <A, B> Seq<B> map(Seq<? extends A> seq, Function<? super A, ? extends B> change) {
    List<B> changed = new ArrayList<>();
    ScalaSeqs.<A>toJava(seq).forEach(each -> changed.add(change.apply(each)));
    return toScala(changed);
  }
}
