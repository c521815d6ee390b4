using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Actions;

/// <summary>The configurations that the example workflows name can be used as they are.</summary>
public sealed class ExampleConfigurationTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.Combine("examples"), "*.yml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Example_IsAValidConfiguration(string name)
    {
        using var repository = new TempRepository();
        var isFolders = name == "monorepo-folder-gates.yml";
        repository.Write(".github/gates.yml", File.ReadAllText(Repository.Combine("examples", isFolders ? "monorepo-gates.yml" : name)));
        if (isFolders)
        {
            repository.Write("services/pay/.gates.yml", File.ReadAllText(Repository.Combine("examples", name)));
        }

        repository.Write("README.md", "# Web\n").Commit();

        var run = GatesProcess.Run(repository.Path, ["run"]);

        if (isFolders)
        {
            run.Output.ShouldContain("services/pay/.gates.yml", customMessage: run.Error);
        }

        run.Output.ShouldContain("configuration: .github/gates.yml", customMessage: run.Error);
    }
}
