using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Architecture;

public sealed class LockFileTests
{
    [Fact]
    public void EveryProjectHasALockFile() =>
        Projects().Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))).ShouldBeEmpty();

    /// <summary>Packages for arm64 cannot be restored on x64, so nobody would notice that this copy went stale.</summary>
    [Fact]
    public void TheArm64LockIsTheX64LockForAnotherRuntime()
    {
        var x64 = File.ReadAllText(Repository.Combine("src/Runner/packages.lock.json"));
        x64.ShouldContain("net10.0/linux-x64");
        var arm64 = File.ReadAllText(Repository.Combine("src/Runner/packages.linux-arm64.lock.json"));
        arm64.Equals(x64.Replace("net10.0/linux-x64", "net10.0/linux-arm64", StringComparison.Ordinal), StringComparison.Ordinal)
            .ShouldBeTrue("run: sed s/linux-x64/linux-arm64/ src/Runner/packages.lock.json > src/Runner/packages.linux-arm64.lock.json");
    }

    [Fact]
    public void ProjectsAreShortAndNameNoVersions()
    {
        foreach (var project in Projects())
        {
            var lines = File.ReadAllLines(project);
            lines.Length.ShouldBeLessThanOrEqualTo(40, project);
            lines.Where(line => line.Contains("PackageReference", StringComparison.Ordinal)
                && line.Contains("Version", StringComparison.Ordinal)).ShouldBeEmpty(project);
        }
    }

    [Theory]
    [InlineData("tests/tools/package-lock.json")]
    public void NpmLocksNameNoRegistry(string path)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Repository.Combine(path)));
        var packages = locked.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0).ToList();
        packages.Count.ShouldBeGreaterThan(3);
        foreach (var package in packages)
        {
            var keys = package.Value.EnumerateObject().Select(property => property.Name).ToList();
            keys.ShouldContain("integrity", package.Name);
            keys.ShouldNotContain("resolved", package.Name);
        }
    }

    private static List<string> Projects()
    {
        var projects = new[]
        {
            "src",
            "tests"
        }.SelectMany(folder => Directory.EnumerateFiles(Repository.Combine(folder), "*.csproj", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/cases/", StringComparison.Ordinal)).ToList();
        projects.Count.ShouldBeGreaterThan(5);
        return projects;
    }
}
