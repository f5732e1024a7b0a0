// The app.

plugins {
    id("com.android.application") version "8.13.0"
    kotlin("android") version "2.2.21"
    kotlin("plugin.compose") version "2.2.21"
}

android {
    namespace = "com.example.metrics.app"
    compileSdk = 36

    defaultConfig {
        applicationId = "com.example.metrics"
        // The first with java.time.
        minSdk = 26
        targetSdk = 36
        versionCode = 1
        versionName = "1.0.0"
    }

    buildTypes {
        release {
            // The rules that the package needs come with it.
            isMinifyEnabled = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"))
        }
    }

    buildFeatures {
        compose = true
    }
}

kotlin {
    jvmToolchain(17)
}

dependencies {
    implementation(project(":metrics"))
    implementation("io.github.cams-roi:cams-roi-android:0.1.0")
    implementation(platform("androidx.compose:compose-bom:2025.10.00"))
    implementation("androidx.compose.material3:material3")
    implementation("androidx.activity:activity-compose:1.11.0")
    implementation("androidx.lifecycle:lifecycle-viewmodel-ktx:2.9.4")
    implementation("androidx.lifecycle:lifecycle-runtime-compose:2.9.4")
}
