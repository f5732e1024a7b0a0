import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * This package beside the official client, against the same server; prints what `benches/how-it-is-measured.md` asks for.
 *
 * <p>Usage: java Compare.java URL OURS_CLASSPATH OFFICIAL_CLASSPATH
 */
final class Compare {
    private static final int ROUNDS = 5;
    private static final int CALLS = 5000;
    private static final List<String> PROGRAMS = List.of("Ours", "Official");

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        List<String> classPaths = List.of(arguments[1], arguments[2]);
        System.out.printf("{\"face\": \"JVM %s\", \"ours\": \"cams-roi 0.1.0\", \"peer\": \"%s\"}%n",
            Runtime.version().feature(), official(arguments[2]));
        for (int inFlight : new int[] {1, 32}) {
            String name = inFlight == 1 ? "sequential" : inFlight + " in flight";
            double[][][] rounds = rounds(url, classPaths, CALLS, inFlight);
            row("calls/s, " + name, "more", inFlight == 1 ? "1" : "1.5", rounds, 1);
            row("CPU µs a call, " + name, "less", null, rounds, 2);
            row("RSS MiB, " + name, "less", null, rounds, 3);
        }
        double[][][] cold = rounds(url, classPaths, 0, 1);
        row("from main to the first answer, ms", "less", "2", cold, 0);
        row("RSS MiB, after the first answer", "less", null, cold, 3);
        System.out.printf(Locale.ROOT,
            "{\"what\": \"jars MB\", \"better\": \"less\", \"goal\": 2, \"ours\": [%f], \"peer\": [%f]}%n",
            megabytes(classPaths.get(0)), megabytes(classPaths.get(1)));
    }

    /** All results of all rounds, of both. They take turns, so that both have the same share of a noisy machine. */
    private static double[][][] rounds(String url, List<String> classPaths, int calls, int inFlight) throws Exception {
        double[][][] figures = new double[2][ROUNDS][];
        for (int round = 0; round < ROUNDS; round++) {
            for (int which = 0; which < 2; which++) {
                figures[which][round] = run(url, PROGRAMS.get(which), classPaths.get(which), calls, inFlight);
            }
        }
        return figures;
    }

    private static double[] run(String url, String program, String classPath, int calls, int inFlight) throws Exception {
        String java = new File(System.getProperty("java.home"), "bin/java").getPath();
        Process process = new ProcessBuilder(
            java, "-Xmx512m", "-cp", classPath, program, url, String.valueOf(calls), String.valueOf(inFlight))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        String[] printed = new String(process.getInputStream().readAllBytes()).trim().split(" ");
        if (process.waitFor() != 0) throw new IllegalStateException(program + " failed");
        double[] figures = new double[printed.length];
        for (int i = 0; i < printed.length; i++) figures[i] = Double.parseDouble(printed[i]);
        return figures;
    }

    private static void row(String what, String better, String goal, double[][][] rounds, int figure) {
        List<List<String>> values = new ArrayList<>();
        for (double[][] one : rounds) {
            List<String> column = new ArrayList<>();
            for (double[] round : one) column.add(String.format(Locale.ROOT, "%.3f", round[figure]));
            values.add(column);
        }
        String asked = goal == null ? "" : "\"goal\": " + goal + ", ";
        System.out.printf("{\"what\": \"%s\", \"better\": \"%s\", %s\"ours\": %s, \"peer\": %s}%n",
            what, better, asked, values.get(0), values.get(1));
    }

    private static double megabytes(String classPath) {
        double bytes = 0;
        for (String entry : classPath.split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) bytes += new File(entry).length();
        }
        return bytes / 1e6;
    }

    private static String official(String classPath) {
        for (String entry : classPath.split(File.pathSeparator)) {
            String name = new File(entry).getName();
            if (name.startsWith("tea-openapi")) return "com.aliyun:" + name.replace(".jar", "").replace("-0", " 0");
        }
        return "com.aliyun:tea-openapi";
    }
}
