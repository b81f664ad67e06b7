// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.OperationException;
import dev.ligature.jackson.LigatureModule;
import dev.ligature.spring.LigatureExceptionTranslator;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** What a Spring MVC application answers its clients. */
class ServletProblemAdviceTest {
    private final MockMvc server = MockMvcBuilders.standaloneSetup(new Houses())
            .setControllerAdvice(new ServletProblemAdvice())
            .setConversionService(conversions())
            .setMessageConverters(new JacksonJsonHttpMessageConverter(JsonMapper.builder()
                    .addModule(new LigatureModule())
                    .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                    .build()))
            .build();

    private static DefaultFormattingConversionService conversions() {
        DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();
        conversions.addConverter(new ObjectIdConverter());
        return conversions;
    }

    @RestController
    static class Houses {
        record Sale(ObjectId buyer) {}

        @GetMapping("/houses/{id}")
        String find(@PathVariable ObjectId id) {
            throw new DocumentNotFoundException("House " + id + " does not exist.");
        }

        @GetMapping("/translated/{id}")
        String findTranslated(@PathVariable ObjectId id) {
            throw new LigatureExceptionTranslator()
                    .translate(new DocumentNotFoundException("House " + id + " does not exist."));
        }

        @GetMapping("/answered/{id}")
        String findAnswered(@PathVariable ObjectId id) {
            throw new ResponseStatusException(HttpStatus.GONE, "gone", new DocumentNotFoundException("House " + id));
        }

        @PostMapping("/sales")
        String sell(@RequestBody Sale sale) {
            throw new OperationException("House: insert failed", new IllegalStateException(sale.toString()));
        }
    }

    private ResultActions sale(String json) throws Exception {
        return server.perform(
                post("/sales").contentType(MediaType.APPLICATION_JSON).content(json));
    }

    @Test
    void answers404() throws Exception {
        String id = new ObjectId().toHexString();

        for (String path : new String[] {"/houses/" + id, "/translated/" + id}) {
            server.perform(get(path))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.status").value(404))
                    .andExpect(jsonPath("$.error").value("DocumentNotFound"))
                    .andExpect(jsonPath("$.detail").value("House " + id + " does not exist."))
                    .andExpect(jsonPath("$.instance").value(path));
        }
    }

    @Test
    void answers400ForABadIdInThePath() throws Exception {
        server.perform(get("/houses/zzz"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.member").value("id"))
                .andExpect(
                        jsonPath("$.detail").value("id: not an ObjectId, which is written as 24 hexadecimal digits."));
    }

    @Test
    void answers400ForABadIdInJson() throws Exception {
        sale("{\"buyer\": \"zzz\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error").value("InvalidId"))
                .andExpect(jsonPath("$.member").value("buyer"));
    }

    @Test
    void leavesAnswersOfTheApplicationAlone() throws Exception {
        server.perform(get("/answered/" + new ObjectId())).andExpect(status().isGone());
    }

    @Test
    void leavesOtherErrorsToSpring() throws Exception {
        sale("{\"buyer\": ")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(not(startsWith("{"))));
        assertThatThrownBy(() -> sale("{\"buyer\": \"665000000000000000000001\"}"))
                .hasCauseInstanceOf(OperationException.class);
    }
}
