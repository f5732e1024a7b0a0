import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The vendor's client in a process of its own. Usage: Official URL CALLS IN_FLIGHT */
final class Official {
    public static void main(String[] arguments) throws Exception {
        Figures figures = new Figures(arguments);
        Client client = new Client(new Config()
            .setAccessKeyId("id")
            .setAccessKeySecret("secret")
            .setEndpoint(figures.url.replace("http://", "").replace("/", ""))
            .setProtocol("http"));
        enable(client);
        figures.firstAnswer();
        figures.measure((calls, inFlight) -> {
            if (inFlight == 1) {
                for (int i = 0; i < calls; i++) enable(client);
            } else {
                AtomicInteger left = new AtomicInteger(calls);
                ExecutorService threads = Executors.newFixedThreadPool(inFlight);
                for (int i = 0; i < inFlight; i++) {
                    threads.submit(() -> {
                        while (left.getAndDecrement() > 0) enable(client);
                        return null;
                    });
                }
                threads.shutdown();
                if (!threads.awaitTermination(10, TimeUnit.MINUTES)) throw new AssertionError("it hangs");
            }
        });
        figures.print();
    }

    private static void enable(Client client) throws Exception {
        Params operation = new Params()
            .setAction("EnableWhatsappROIMetric")
            .setVersion("2020-06-06")
            .setProtocol("HTTPS")
            .setPathname("/")
            .setMethod("POST")
            .setAuthType("AK")
            .setStyle("RPC")
            .setReqBodyType("formData")
            .setBodyType("json");
        OpenApiRequest request = new OpenApiRequest().setQuery(Map.of("CustSpaceId", "cams-1"));
        Map<String, ?> answer = client.callApi(operation, request, new RuntimeOptions());
        if (!"OK".equals(((Map<?, ?>) answer.get("body")).get("Code"))) throw new AssertionError(answer);
    }
}
