package uk.anteroom.lettering;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Finds the text parts of letters, which are no HTML. */
@Configuration
class TextParts {

    @Bean
    SpringResourceTemplateResolver textLetterResolver(ApplicationContext context) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/templates/");
        resolver.getResolvablePatternSpec().addPattern("letters/*.txt");
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        // before the HTML resolver, which would take every name
        resolver.setOrder(1);
        resolver.setCheckExistence(true);
        return resolver;
    }
}
