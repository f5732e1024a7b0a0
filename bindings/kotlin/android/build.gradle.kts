// The package as an AAR: the same sources as the jar, with a native library for each of Android's processors.

plugins {
    id("com.android.library") version "8.13.0"
    kotlin("android") version "2.2.21"
    `maven-publish`
}

group = "io.github.cams-roi"
version = "0.1.0"

val jvm = layout.projectDirectory.dir("..")
val workspace = layout.projectDirectory.dir("../../..")
val generated = layout.buildDirectory.dir("generated/uniffi")
val libraries = layout.buildDirectory.dir("generated/jniLibs")

android {
    namespace = "io.github.camsroi"
    compileSdk = 36

    defaultConfig {
        // The first with java.time and java.nio.file.
        minSdk = 26
        consumerProguardFiles("consumer-rules.pro")
    }

    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_1_8
        targetCompatibility = JavaVersion.VERSION_1_8
    }

    sourceSets.getByName("main") {
        kotlin.srcDirs(jvm.dir("src/main/kotlin"), jvm.dir("src/generated/kotlin"), generated)
        jniLibs.srcDir(libraries)
    }

    publishing {
        singleVariant("release") {
            withSourcesJar()
        }
    }
}

kotlin {
    explicitApi()
    compilerOptions {
        languageVersion = org.jetbrains.kotlin.gradle.dsl.KotlinVersion.KOTLIN_2_0
        apiVersion = org.jetbrains.kotlin.gradle.dsl.KotlinVersion.KOTLIN_1_9
        jvmTarget = org.jetbrains.kotlin.gradle.dsl.JvmTarget.JVM_1_8
        freeCompilerArgs.addAll("-Xno-param-assertions", "-Xjvm-default=all")
    }
}

dependencies {
    api("org.jetbrains.kotlinx:kotlinx-coroutines-android:1.8.1")
    compileOnly("org.slf4j:slf4j-api:2.0.20")
    compileOnly("io.opentelemetry:opentelemetry-api:1.68.0")
}

// The Kotlin of what crosses to the core, from the library of this machine: it is the same for all.
val generate by tasks.registering {
    outputs.dir(generated)
    inputs.dir(workspace.dir("bindings/uniffi"))
    doLast {
        val target = workspace.dir("target/debug").asFile
        val out = generated.get().asFile

        fun run(vararg command: String) = providers.exec {
            workingDir(workspace)
            commandLine(*command)
        }.result.get().assertNormalExitValue()
        val cdylib = arrayOf("--features", "jvm", "--lib", "--crate-type", "cdylib", "--", "-C", "strip=debuginfo")
        run("cargo", "rustc", "--locked", "-p", "cams-roi-uniffi", *cdylib)
        run("cargo", "build", "--locked", "-p", "cams-roi-uniffi-bindgen")
        val library = target.resolve(System.mapLibraryName("cams_roi_uniffi")).path
        val bindgen = target.resolve("cams-roi-uniffi-bindgen").path
        run(bindgen, "kotlin", library, out.resolve("Crossing.kt").path)
    }
}

// `cargo ndk` finds the NDK by ANDROID_NDK_HOME, and links with the 16 KB pages that Android 15 asks for.
val nativeLibraries by tasks.registering(Exec::class) {
    outputs.dir(libraries)
    workingDir(workspace)
    val processors = listOf("arm64-v8a", "armeabi-v7a", "x86_64").flatMap { listOf("-t", it) }
    val ndk = listOf("cargo", "ndk", "--platform", "26", "-o", libraries.get().asFile.path) + processors
    commandLine(ndk + listOf("build", "--locked", "--profile", "dist", "-p", "cams-roi-uniffi", "--features", "jvm"))
    environment("RUSTFLAGS", "-C link-arg=-Wl,-z,max-page-size=16384")
}

tasks.named("preBuild") {
    dependsOn(generate, nativeLibraries)
}

publishing {
    publications {
        register<MavenPublication>("release") {
            artifactId = "cams-roi-android"
            afterEvaluate { from(components["release"]) }
        }
    }
}
