using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

/// <summary>Manifests that look settled and are not.</summary>
public sealed class HollowManifestTests
{
    private const string Depends = "{ \"private\": true, \"dependencies\": { \"a\": \"^1.0.0\" } }";

    [Theory]
    [InlineData("", true)]
    [InlineData("{}", true)]
    [InlineData("{ \"lockfileVersion\": 3, \"packages\": { \"\": {} } }", true)]
    [InlineData("{ \"lockfileVersion\": 3, \"packages\": { \"\": {}, \"node_modules/a\": { \"version\": \"1.0.0\" } } }", false)]
    [InlineData("{ \"lockfileVersion\": 1, \"dependencies\": { \"a\": { \"version\": \"1.0.0\" } } }", false)]
    public void A_lock_without_packages_locks_nothing(string text, bool found) =>
        Inspection.Of(("package.json", Depends), ("package-lock.json", text)).Any(finding => finding.Rule == "missing-lock").ShouldBe(found);

    [Fact]
    public void A_project_of_its_own_files_needs_no_packages_in_its_lock() => Inspection.Of(
            ("package.json", "{ \"private\": true, \"dependencies\": { \"a\": \"file:a\" } }"), ("package-lock.json", "{}"))
        .ShouldNotContain(finding => finding.Rule == "missing-lock");

    [Theory]
    [InlineData("a.csproj", "<Project><PropertyGroup><V>1.*</V></PropertyGroup><ItemGroup>" +
        "<PackageReference Include=\"X\" Version=\"$(V)\" /></ItemGroup></Project>", true)]
    [InlineData("a.csproj", "<Project><PropertyGroup><V>1.2.3</V></PropertyGroup><ItemGroup>" +
        "<PackageReference Include=\"X\" Version=\"$(V)\" /></ItemGroup></Project>", false)]
    [InlineData("pom.xml", "<project><parent><groupId>a</groupId><artifactId>p</artifactId><version>1-SNAPSHOT</version></parent></project>", true)]
    [InlineData("m/pom.xml", "<project><parent><groupId>a</groupId><artifactId>p</artifactId><version>1-SNAPSHOT</version></parent></project>", false)]
    [InlineData("main.tf", "module \"a\" { source = \"git::https://x.example/a.git\" }\n", true)]
    [InlineData("main.tf", "module \"a\" {\n  source = \"git::https://x.example/a.git\"\n}\n", true)]
    [InlineData("main.tf", "module \"a\" { source = \"git::https://x.example/a.git?ref=b4ffde65f46336ab88eb53be808477a3936bae11\" }\n", false)]
    public void A_version_that_moves_is_found_behind_its_form(string path, string text, bool found) =>
        Inspection.Of((path, text), (path == "m/pom.xml" ? "pom.xml" : "x", "<project><groupId>a</groupId></project>"))
            .Any(finding => finding.Rule == "floating-version").ShouldBe(found);
}
