package uk.anteroom.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import uk.anteroom.practice.StaffMember;

/** A browser without script: keeps cookies, follows redirects, fills in forms. Every page must work in it but the call. */
public final class Browser {

    /** A page as it came. */
    public record Page(int status, String path, Document html, HttpResponse<String> response) {

        public String text() {
            return html.text();
        }
    }

    /** What an ordinary telephone says. */
    public static final String TELEPHONE =
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/144.0.0.0 Mobile Safari/537.36";

    /** What links are built from; see {@link RunningService}. */
    private static final String PUBLIC = "http://localhost:8080";

    private final String base;
    private String userAgent = TELEPHONE;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final HttpClient client;

    public Browser(String base) {
        this(base, HttpClient.newBuilder());
    }

    Browser(String base, String address) {
        this(base, HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)));
    }

    private Browser(String base, HttpClient.Builder client) {
        this.base = base;
        this.client = client.followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** From now on it calls itself that. */
    public Browser callsItself(String other) {
        userAgent = other;
        return this;
    }

    /** Asks for the headers of a page alone. */
    public int head(String path) {
        return send(HttpRequest.newBuilder(at(path)).HEAD()).statusCode();
    }

    public Page open(String path) {
        return follow(send(HttpRequest.newBuilder(at(path)).GET()));
    }

    /** What a script of a page is answered there. */
    public HttpResponse<String> fetch(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET(), "application/json");
    }

    /** Signs a member of staff in. */
    public Page signIn(StaffMember staff) {
        Page form = open("/sign-in");
        return submit(
                form, "form[action=/sign-in]", Map.of("email", Cast.signInName(staff.id()), "password", Cast.PASSWORD));
    }

    /** Fills in a form of a page and sends it; what is not given keeps what the form held. */
    public Page submit(Page page, String form, Map<String, String> typed) {
        Element found = page.html().selectFirst(form);
        if (found == null) {
            throw new AssertionError("No form " + form + " on " + page.path() + ":\n" + page.html());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        found.select("input[name], select[name]").forEach(field -> {
            boolean box =
                    field.attr("type").equals("checkbox") || field.attr("type").equals("radio");
            if (field.normalName().equals("select")) {
                Element option = field.selectFirst("option[selected]");
                fields.put(field.attr("name"), option == null ? "" : option.attr("value"));
            } else if (!box || field.hasAttr("checked")) {
                fields.put(field.attr("name"), field.attr("value"));
            }
        });
        found.select("textarea[name]").forEach(field -> fields.put(field.attr("name"), field.wholeText()));
        typed.forEach((name, value) -> {
            if (value.equals(UNTICK)) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        });
        return post(found.attr("action"), fields);
    }

    /** What to give {@link #submit} for a box that is to be unticked. */
    public static final String UNTICK = "\u0000untick";

    public Page post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** Chooses a file in a form that has a field for one, and sends it. */
    public Page upload(Page page, String form, String field, byte[] content) {
        return upload(page, form, field, "list.csv", content);
    }

    /** As {@link #upload(Page, String, String, byte[])}, for a file of that name. */
    public Page upload(Page page, String form, String field, String name, byte[] content) {
        Element found = page.html().selectFirst(form);
        if (found == null) {
            throw new AssertionError("No form " + form + " on " + page.path());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        found.select("input[type=hidden]").forEach(one -> fields.put(one.attr("name"), one.attr("value")));
        return upload(found.attr("action"), fields, field, name, content);
    }

    /** Posts a body in parts. */
    public Page upload(String path, Map<String, String> fields, String file, byte[] content) {
        return upload(path, fields, file, "list.csv", content);
    }

    private Page upload(String path, Map<String, String> fields, String file, String name, byte[] content) {
        String boundary = "----a-boundary-that-stands-in-no-file";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\""
                        + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return follow(send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    /** What a script posts, with the proof that it is a page's of ours. */
    public HttpResponse<String> post(Page from, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header(meta(from, "csrf-header"), token(from))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request, "application/json");
    }

    /** The CSRF token of a page that carries one. */
    public static String token(Page page) {
        return meta(page, "csrf-token");
    }

    private static String meta(Page page, String name) {
        Element meta = page.html().selectFirst("meta[name=" + name + "]");
        return meta == null ? "" : meta.attr("content");
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private Page follow(HttpResponse<String> response) {
        HttpResponse<String> last = response;
        for (int hops = 0; hops < 5 && last.statusCode() / 100 == 3; hops++) {
            URI next = at(last.uri()
                    .resolve(last.headers().firstValue("Location").orElseThrow())
                    .toString());
            last = send(HttpRequest.newBuilder(next).GET());
        }
        String query = last.uri().getRawQuery();
        return new Page(
                last.statusCode(),
                last.uri().getRawPath() + (query == null ? "" : "?" + query),
                Jsoup.parse(last.body(), last.uri().toString()),
                last);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String accepts) {
        request.header("Accept", accepts);
        request.header("User-Agent", userAgent);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Browsers keep Secure cookies of localhost although it is plain HTTP; Java's cookie store does not. */
    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (pair.length < 2 || pair[1].isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private URI at(String path) {
        String here = path.startsWith(PUBLIC) ? path.substring(PUBLIC.length()) : path;
        return URI.create(here.startsWith("http") ? here : base + here);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
