package org.prmlab.llm.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTokenTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsTextBytesAndAlternatives() throws Exception {
    List<SpokenToken> tokens =
        SpokenToken.read(
            JSON.readTree(
                """
                [{"token": "Yes", "logprob": -0.1, "bytes": null,
                  "top_logprobs": [{"token": "Yes", "logprob": -0.1}, {"token": "No", "logprob": -2}]},
                 {"token": "?", "logprob": -0.5, "bytes": [226, 136]}]
                """));
    assertEquals(
        List.of(
            new SpokenToken(
                "Yes",
                List.of((byte) 'Y', (byte) 'e', (byte) 's'),
                -0.1,
                Map.of("Yes", -0.1, "No", -2.0)),
            new SpokenToken("?", List.of((byte) 226, (byte) 136), -0.5, Map.of())),
        tokens);
  }

  @Test
  void anAnswerWithoutThemHasNone() throws Exception {
    assertEquals(List.of(), SpokenToken.read(JSON.readTree("null")));
  }

  /** A probability that is not there must not be read as one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'token': 'Yes'}] | a token in logprobs has no log-probability",
        "[{'token': 'Yes', 'logprob': null}] | a token in logprobs has no log-probability",
        "[{'logprob': -1}] | a token in logprobs has no text",
        "[{'token': 'Y', 'logprob': -1, 'top_logprobs': [{'token': 'N'}]}] | a token in logprobs"
            + " has no log-probability"
      })
  void whatIsMissingIsNamed(String json, String message) throws Exception {
    var content = JSON.readTree(json.replace('\'', '"'));
    var error = assertThrows(IllegalArgumentException.class, () -> SpokenToken.read(content));
    assertEquals(message, error.getMessage());
  }
}
