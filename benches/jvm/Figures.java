import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What one client's process tells of itself. */
final class Figures {
    /** Makes calls, so many at a time. */
    interface Work {
        void make(int calls, int inFlight) throws Exception;
    }

    final String url;
    private final int calls;
    private final int inFlight;
    private final long begun = System.nanoTime();
    private double firstAnswerMs;
    private double callsPerSecond;
    private double cpuUsPerCall;

    Figures(String[] arguments) {
        url = arguments[0];
        calls = Integer.parseInt(arguments[1]);
        inFlight = Integer.parseInt(arguments[2]);
    }

    void firstAnswer() {
        firstAnswerMs = (System.nanoTime() - begun) / 1e6;
    }

    void measure(Work work) throws Exception {
        if (calls == 0) return;
        // The JVM compiles while it runs: what counts is how fast it becomes.
        work.make(2 * calls, inFlight);
        long cpuBefore = cpu();
        long before = System.nanoTime();
        work.make(calls, inFlight);
        callsPerSecond = calls / ((System.nanoTime() - before) / 1e9);
        cpuUsPerCall = (cpu() - cpuBefore) / 1e3 / calls;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    }

    void print() throws Exception {
        String status = Files.readString(Path.of("/proc/self/status"));
        double rss = Double.parseDouble(status.split("VmRSS:\\s+")[1].split(" ")[0]) / 1024;
        System.out.printf(Locale.ROOT, "%f %f %f %f%n", firstAnswerMs, callsPerSecond, cpuUsPerCall, rss);
        // The vendor's threads would keep it for a while.
        System.exit(0);
    }
}
