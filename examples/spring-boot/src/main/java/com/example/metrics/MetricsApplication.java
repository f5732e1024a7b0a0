package com.example.metrics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** WhatsApp metrics of all channels, in a database. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MetricsApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(MetricsApplication.class, arguments);
    }
}
