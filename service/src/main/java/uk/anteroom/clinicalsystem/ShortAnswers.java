package uk.anteroom.clinicalsystem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseInterceptor;
import org.apache.http.entity.HttpEntityWrapper;
import org.apache.http.protocol.HttpContext;

/** Breaks an answer off that is longer than any that says what became of an entry: what is in front of a clinical system can send gigabytes. */
final class ShortAnswers implements HttpResponseInterceptor {

    static final int MOST_BYTES = 1024 * 1024;

    @Override
    public void process(HttpResponse response, HttpContext context) {
        if (response.getEntity() != null) {
            response.setEntity(new Short(response.getEntity()));
        }
    }

    private static final class Short extends HttpEntityWrapper {

        Short(HttpEntity whole) {
            super(whole);
        }

        @Override
        public InputStream getContent() throws IOException {
            return new Counted(super.getContent());
        }
    }

    private static final class Counted extends FilterInputStream {

        private int left = MOST_BYTES;

        Counted(InputStream whole) {
            super(whole);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int many = super.read(into, from, most);
            count(Math.max(many, 0));
            return many;
        }

        private void count(int many) throws IOException {
            left -= many;
            if (left < 0) {
                throw new IOException("The answer is too long");
            }
        }
    }
}
