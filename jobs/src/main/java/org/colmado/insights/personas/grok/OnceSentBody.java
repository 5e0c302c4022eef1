package org.colmado.insights.personas.grok;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A JSON body that can be sent only once: the HTTP client must not repeat a request by itself, as
 * each one is billed. Records whether sending began.
 */
final class OnceSentBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final byte[] bytes;
  private volatile boolean wasSent;

  OnceSentBody(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** Whether the server may have received any of it. */
  boolean wasSent() {
    return wasSent;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    wasSent = true;
    sink.write(bytes);
  }
}
