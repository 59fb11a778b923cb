package uk.anteroom.demo.record;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the record's FHIR server at its address. */
@Configuration
class RecordConfiguration {

    @Bean
    FhirContext recordContext() {
        return FhirContext.forR4Cached();
    }

    @Bean
    DocumentStore recordDocuments(RecordStore store) {
        return new DocumentStore(store.database());
    }

    @Bean
    ServletRegistrationBean<RecordServer> recordServer(
            RecordStore store, DocumentStore recordDocuments, FhirContext recordContext) {
        ServletRegistrationBean<RecordServer> servlet = new ServletRegistrationBean<>(
                new RecordServer(store, recordDocuments, recordContext), RecordServer.PATH + "/*");
        servlet.setName("record");
        return servlet;
    }
}
