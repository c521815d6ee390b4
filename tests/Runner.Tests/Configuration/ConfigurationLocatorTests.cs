using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Runner.Configuration;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Configuration;

public sealed class ConfigurationLocatorTests
{
    private const string Yaml = "version: 1\ngates: { dlp-scan: {} }\n";

    [Theory]
    [InlineData(".github/gates.yml")]
    [InlineData(".github/gates.yaml")]
    public void The_default_file_is_found_under_both_names(string path) =>
        ConfigurationLocator.Read(new MemoryTree((path, Yaml)), null).Source.ShouldBe(path);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_file_the_built_in_defaults_hold(string? given) =>
        ConfigurationLocator.Read(new MemoryTree(("a", "")), given).Source.ShouldBe("built-in defaults");

    [Fact]
    public void Two_default_files_are_one_too_many() =>
        Should.Throw<UsageException>(() => ConfigurationLocator.Find(new MemoryTree((".github/gates.yml", Yaml), (".github/gates.yaml", Yaml)), null))
            .Message.ShouldBe(".github/gates.yml and .github/gates.yaml both exist; keep one of them");

    [Theory]
    [InlineData(".github", "elsewhere")]
    [InlineData(".github/gates.yml", "../gates.yml")]
    [InlineData(".github/gates.yml", "/nowhere/at/all")]
    public void A_file_behind_a_link_is_refused_instead_of_taking_the_defaults(string link, string target)
    {
        using var folder = new TempFolder();
        folder.Write("gates.yml", Yaml);
        folder.Write("elsewhere/gates.yml", Yaml);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, link))!);
        File.CreateSymbolicLink(Path.Combine(folder.Path, link), target);

        Should.Throw<UsageException>(() => ConfigurationLocator.Read(WorkingTree.Walk(folder.Path), null)).Message
            .ShouldBe(".github/gates.yml is a symbolic link, or behind one, which is not followed; commit the file itself");
    }

    [Theory]
    [InlineData("ci/gates.yml")]
    [InlineData("./ci/gates.yml")]
    public void A_named_file_is_read(string given) =>
        ConfigurationLocator.Read(new MemoryTree(("ci/gates.yml", Yaml), (".github/gates.yml", "broken: [")), given).Source.ShouldBe("ci/gates.yml");

    [Theory]
    [InlineData("no.yml", "--config \"no.yml\": there is no such file in the repository; symbolic links are not followed")]
    [InlineData("../a.yml", "--config \"../a.yml\" leaves its folder with ..; paths stay inside the repository")]
    public void A_named_file_that_is_not_there_is_refused(string given, string message) =>
        Should.Throw<UsageException>(() => ConfigurationLocator.Find(new MemoryTree((".github/gates.yml", Yaml)), given)).Message.ShouldBe(message);

    [Fact]
    public void A_file_outside_a_repository_can_be_read()
    {
        using var folder = new TempFolder();
        var path = folder.Write("gates.yml", Yaml);

        ConfigurationLocator.ReadFile(new FileInfo(path)).Source.ShouldBe(path);
        Should.Throw<UsageException>(() => ConfigurationLocator.ReadFile(new FileInfo(path + "x"))).Message.ShouldEndWith("x\": there is no such file");
        Should.Throw<UsageException>(() => ConfigurationLocator.ReadFile(new FileInfo(folder.Path))).Message.ShouldContain(": cannot be read: ");
    }
}
