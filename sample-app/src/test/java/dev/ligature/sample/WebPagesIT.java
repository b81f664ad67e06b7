// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static dev.ligature.sample.SliceServer.BROWSER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.sample.SliceServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages for people as the server sends them; {@link BrowserIT} uses them in a browser. */
class WebPagesIT {
    @RegisterExtension
    static final SliceServer server = new SliceServer();

    @ParameterizedTest
    @CsvSource({
        "/, Packages",
        "/packages?section=net, Packages",
        "/packages/git, git",
        "/packages/git/required-by, What requires",
        "/packages/gcc-12-base/required-by, What requires",
    })
    void hasPagesForPeople(String uri, String heading) {
        Answer page = server.get(uri, "Accept", BROWSER);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("vary")).isEqualTo("Accept");
        assertThat(page.header("content-security-policy")).startsWith("default-src 'self'");
        assertThat(page.text()).containsPattern("<h1[^>]*>" + heading);
    }

    @ParameterizedTest
    @CsvSource({"/packages/lua5.4-sec, lua5.4-sec", "/packages/nothing/required-by, nothing"})
    void explainsADeadLinkToPeople(String uri, String name) {
        Answer page = server.get(uri, "Accept", BROWSER);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("There is no package <span id=\"name\">" + name + "</span>", "dead");
    }

    @Test
    void tellsPeopleWhatIsWrongAsText() {
        Answer page = server.get("/packages?%3Cb%3E=1", "Accept", BROWSER);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.text()).contains("no parameter &quot;&lt;b&gt;&quot; here");
    }

    @Test
    void servesWhatThePagesLoadAndLetsBrowsersKeepIt() {
        for (String name : WebFiles.ASSETS) {
            Answer asset = server.get("/assets/" + name, "Accept", "*/*");
            assertThat(asset.status()).as(name).isEqualTo(200);
            assertThat(asset.header("content-type")).as(name).matches("(text/css|text/javascript|image/svg\\+xml); .*");
            assertThat(asset.header("cache-control")).as(name).isEqualTo("no-cache");

            Answer known = server.get("/assets/" + name, "If-None-Match", asset.header("etag"));
            assertThat(known.status()).as(name).isEqualTo(304);
            assertThat(known.text()).as(name).isEmpty();
        }
        server.get("/assets/nothing.js").assertProblem(404, "nothing here");
    }
}
