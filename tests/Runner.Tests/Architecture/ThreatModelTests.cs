using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Architecture;

/// <summary>What the threat model promises is tested: every test that it names is there.</summary>
public sealed partial class ThreatModelTests
{
    [Fact]
    public void EveryTestThatItNames_Exists()
    {
        var named = TestName()
            .Matches(File.ReadAllText(Repository.Combine("docs", "threat-model.md")))
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var files = Directory.GetFiles(Repository.Combine("tests"), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet(StringComparer.Ordinal);

        named.Count.ShouldBeGreaterThan(15);
        named.Where(name => !files.Contains(name)).ShouldBeEmpty();
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(Tests|Stories))`")]
    private static partial Regex TestName();
}
