using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

public sealed class VersionTests
{
    [Theory]
    [InlineData(".nvmrc", "20", true)]
    [InlineData(".nvmrc", "lts/*", true)]
    [InlineData(".nvmrc", "v22.11.0", false)]
    [InlineData(".node-version", "22.11", true)]
    [InlineData(".python-version", "3.12", true)]
    [InlineData(".python-version", "3.12.7\n", false)]
    [InlineData(".ruby-version", "ruby-3.3", true)]
    [InlineData(".ruby-version", "ruby-3.3.6", false)]
    [InlineData(".java-version", "21", true)]
    [InlineData(".java-version", "temurin-21.0.5+11", false)]
    [InlineData(".terraform-version", "latest:^1.9", true)]
    [InlineData(".bazelversion", "7.x", true)]
    [InlineData(".tool-versions", "nodejs 22.11.0\npython 3.12.7 3.11.9\nerlang 27.1\n", false)]
    [InlineData(".tool-versions", "nodejs latest # newest\n", true)]
    [InlineData(".tool-versions", "golang ref:main\n", true)]
    [InlineData("mise.toml", "[tools]\nnode = \"22\"\n", true)]
    [InlineData("mise.toml", "[tools]\nnode = { version = \"latest\" }\n", true)]
    [InlineData("mise.toml", "[tools]\nnode = [\"22.11.0\", \"20.18.0\"]\n\"npm:prettier\" = \"3.4.2\"\n", false)]
    [InlineData("rust-toolchain", "stable", true)]
    [InlineData("rust-toolchain", "nightly-2024-11-01", false)]
    [InlineData("rust-toolchain.toml", "[toolchain]\nchannel = \"1.83\"\n", true)]
    [InlineData("rust-toolchain.toml", "[toolchain]\nchannel = \"1.83.0\"\n", false)]
    [InlineData(".sdkmanrc", "java=21.0.5-tem\ngradle=8.11\n", false)]
    [InlineData("global.json", "{ \"sdk\": { \"version\": \"10.0.100\", \"rollForward\": \"latestMajor\" } }", true)]
    [InlineData("global.json", "{ // the SDK\n \"sdk\": { \"version\": \"10.0.100\", \"rollForward\": \"latestFeature\", } }", true)]
    [InlineData("global.json", "{ \"sdk\": { \"rollForward\": \"disable\" } }", true)]
    [InlineData("global.json", "{ \"sdk\": { \"version\": \"10.0.100\", \"rollForward\": \"disable\" } }", false)]
    [InlineData("global.json", "{ \"sdk\": { \"version\": \"10.0.100\" } }", false)]
    [InlineData("global.json", "{ \"msbuild-sdks\": {} }", false)]
    [InlineData("go.mod", "module x\n\ngo 1.22\n", true)]
    [InlineData("go.mod", "module x\n\ngo 1.22\n\ntoolchain go1.23.4\n", false)]
    [InlineData("go.mod", "module x\n\ngo 1.23.4\n", false)]
    [InlineData("package.json", "{ \"packageManager\": \"pnpm@9\" }", true)]
    [InlineData("package.json", "{ \"packageManager\": \"yarn@stable\" }", true)]
    [InlineData("package.json", "{ \"packageManager\": \"pnpm@9.14.2+sha512.abc\" }", false)]
    public void A_file_of_versions_names_whole_ones(string path, string text, bool found)
    {
        var findings = Inspection.Of((path, text));

        findings.Select(finding => finding.Rule).ShouldBe(found ? ["unpinned-toolchain"] : []);
    }

    [Fact]
    public void The_lowest_version_of_a_Go_module_is_only_a_note() =>
        Inspection.Of(("go.mod", "module x\n\ngo 1.22\n")).ShouldHaveSingleItem().Severity.ToString().ShouldBe("Note");

    [Fact]
    public void A_lock_of_mise_decides() => Inspection.Of(("mise.toml", "[tools]\nnode = \"22\"\n"), ("mise.lock", "")).ShouldBeEmpty();

    [Theory]
    [InlineData("a.csproj", "<Project><ItemGroup><PackageReference Include=\"X\" Version=\"1.*\" /></ItemGroup></Project>", true)]
    [InlineData("a.csproj", "<Project><ItemGroup><PackageReference Include=\"X\"><Version>[1.0,2.0)</Version></PackageReference></ItemGroup></Project>", true)]
    [InlineData("a.csproj", "<Project><ItemGroup><PackageReference Include=\"X\" Version=\"[1.2.3]\" /></ItemGroup></Project>", false)]
    [InlineData("Directory.Packages.props", "<Project><ItemGroup><PackageVersion Include=\"X\" Version=\"*\" /></ItemGroup></Project>", true)]
    [InlineData(
        "pom.xml",
        "<project><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>LATEST</version></dependency></dependencies>" +
        "</project>", true)]
    [InlineData(
        "pom.xml",
        "<project><build><plugins><plugin><groupId>a</groupId><artifactId>b</artifactId><version>RELEASE</version></plugin></plugins></build></project>",
        true)]
    [InlineData(
        "pom.xml",
        "<project><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>[1.0,2.0)</version></dependency></dependencies>" +
        "</project>", true)]
    [InlineData(
        "pom.xml",
        "<project><properties><v>1.0-SNAPSHOT</v></properties><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>${v}" +
        "</version></dependency></dependencies></project>", true)]
    [InlineData(
        "pom.xml",
        "<project><groupId>a</groupId><version>1-SNAPSHOT</version><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId>" +
        "<version>1-SNAPSHOT</version></dependency></dependencies></project>", false)]
    [InlineData("build.gradle", "dependencies {\n  implementation 'a.b:c:1.+'\n}\n", true)]
    [InlineData("build.gradle.kts", "dependencies {\n  implementation(\"a.b:c:latest.release\")\n}\n", true)]
    [InlineData("build.gradle.kts", "plugins { id(\"x\") version \"1.+\" }\n", true)]
    [InlineData("gradle/libs.versions.toml", "[versions]\na = \"1.2.3\"\n[libraries]\nb = { module = \"a:b\", version = \"latest.release\" }\n", true)]
    [InlineData("build.gradle", "dependencies {\n  implementation 'a.b:c:1.2.3'\n  // 'a.b:c:1.+'\n}\n", false)]
    [InlineData("main.tf", "module \"vpc\" {\n  source  = \"terraform-aws-modules/vpc/aws\"\n  version = \"~> 5.0\"\n}\n", true)]
    [InlineData("main.tf", "module \"vpc\" {\n  source  = \"terraform-aws-modules/vpc/aws\"\n  version = \"5.16.0\"\n}\n", false)]
    [InlineData("main.tf", "module \"vpc\" {\n  source = \"git::https://x.example/r.git?ref=v1\"\n}\n", true)]
    [InlineData("main.tf", "module \"vpc\" {\n  source = \"git::https://x.example/r.git?ref=b4ffde65f46336ab88eb53be808477a3936bae11\"\n}\n", false)]
    [InlineData("main.tf", "module \"vpc\" {\n  source = \"./vpc\"\n}\n", false)]
    [InlineData("shell.nix", "{ pkgs ? import <nixpkgs> {} }: pkgs.mkShell {}\n", true)]
    [InlineData("default.nix", "import (fetchTarball \"https://github.com/NixOS/nixpkgs/archive/master.tar.gz\") {}\n", true)]
    [InlineData(
        "default.nix", "import (fetchTarball \"https://github.com/NixOS/nixpkgs/archive/b4ffde65f46336ab88eb53be808477a3936bae11.tar.gz\") {}\n", false)]
    [InlineData("environment.yml", "dependencies:\n  - python=3.12\n", true)]
    [InlineData("environment.yml", "dependencies:\n  - python=3.12.7\n  - pip:\n      - black==24.1.0\n", false)]
    [InlineData("go.mod", "module x\n\ngo 1.23.4\n\nreplace a.b/c => d.e/f main\n", true)]
    public void A_dependency_in_a_moving_version_is_found(string path, string text, bool found) =>
        Inspection.Of((path, text)).Count(finding => finding.Rule == "floating-version").ShouldBe(found ? 1 : 0);

    [Theory]
    [InlineData("a.csproj", "<Project><ItemGroup><PackageReference Include=\"X\" Version=\"1.*\" /></ItemGroup></Project>", "packages.lock.json")]
    [InlineData("build.gradle", "dependencies {\n  implementation 'a.b:c:1.+'\n}\n", "gradle.lockfile")]
    [InlineData("environment.yml", "dependencies:\n  - python=3.12\n", "conda-lock.yml")]
    public void A_lock_file_decides(string path, string text, string lockFile) => Inspection.Of((path, text), (lockFile, "")).ShouldBeEmpty();

    [Theory]
    [InlineData("gradle/wrapper/gradle-wrapper.properties", "distributionUrl=https\\://x.example/g.zip\n", "unchecked-download")]
    [InlineData(
        "gradle/wrapper/gradle-wrapper.properties",
        "distributionSha256Sum=24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d\ndistributionUrl=x\n", null)]
    [InlineData(".mvn/wrapper/maven-wrapper.properties", "distributionUrl=https://x.example/m.zip\n", "unchecked-download")]
    [InlineData("main.tf", "provider \"aws\" {\n}\n", "missing-lock")]
    [InlineData("MODULE.bazel", "module(name = \"x\")\nbazel_dep(name = \"a\", version = \"1\")\n", "missing-lock")]
    [InlineData("WORKSPACE", "http_archive(\n    name = \"a\",\n    urls = [\"https://x.example/a.tgz\"],\n)\n", "unchecked-download")]
    [InlineData("WORKSPACE", "http_archive(\n    name = \"a\",\n    sha256 = \"abc\",\n    urls = [\"https://x.example/a.tgz\"],\n)\n", null)]
    [InlineData("WORKSPACE", "git_repository(\n    name = \"a\",\n    branch = \"main\",\n    remote = \"https://x.example/a.git\",\n)\n", "unpinned-clone")]
    [InlineData(".bazelrc", "common --lockfile_mode=off\n", "ignored-lock")]
    [InlineData("deno.json", "{ \"imports\": { \"x\": \"npm:x@1\" } }", "missing-lock")]
    [InlineData("deno.jsonc", "{ // none\n \"tasks\": {} }", null)]
    [InlineData("requirements.txt", "git+https://x.example/r.git@main\n", "unpinned-requirements")]
    [InlineData("requirements.txt", "-e git+https://x.example/r.git@b4ffde65f46336ab88eb53be808477a3936bae11#egg=x\n", null)]
    public void What_fixes_a_build_is_asked_for_in_manifests(string path, string text, string? rule) =>
        Inspection.Of((path, text)).Select(finding => finding.Rule).ShouldBe(rule is null ? [] : [rule]);
}
