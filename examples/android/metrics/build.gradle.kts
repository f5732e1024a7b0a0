// What needs no Android.

plugins {
    kotlin("jvm") version "2.2.21"
}

kotlin {
    jvmToolchain(17)
}

dependencies {
    // The app brings the same classes with the libraries for Android's processors.
    compileOnly("io.github.cams-roi:cams-roi:0.1.0")
    implementation("org.jetbrains.kotlinx:kotlinx-coroutines-core:1.10.2")
    implementation("org.jetbrains.kotlinx:kotlinx-serialization-json:1.9.0")
}
