package com.example.metrics;

import io.github.camsroi.BlockingClient;
import io.github.camsroi.ClientConfig;
import io.github.camsroi.Credentials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client for the whole application: it holds connections, credentials and limits. */
@Configuration(proxyBeanMethods = false)
class CamsConfiguration {
    /** Credentials come from a bean, where there is one, else from the environment, files or the machine's role. */
    @Bean(destroyMethod = "close")
    BlockingClient camsClient(CamsProperties properties, ObjectProvider<Credentials> credentials) {
        ClientConfig.Builder config = ClientConfig.builder().timeout(properties.timeout());
        credentials.ifAvailable(config::credentials);
        if (properties.endpoint() != null) {
            config.endpoint(properties.endpoint());
        }
        if (properties.sharedLimits() != null) {
            config.sharedLimits(properties.sharedLimits());
        }
        return BlockingClient.create(config.build());
    }
}
