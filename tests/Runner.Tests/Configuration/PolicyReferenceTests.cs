using System.Text.RegularExpressions;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Configuration;

public sealed class PolicyReferenceTests
{
    private const string Head = """
        # What a policy gets

        Generated from [`policies/types/gates.d.ts`](../policies/types/gates.d.ts), which an editor shows while you write. How to write a policy: [policies.md](policies.md).

        """;

    private static readonly string Types = File.ReadAllText(Repository.Combine("policies", "types", "gates.d.ts"));

    [Fact]
    public void The_reference_is_made_of_the_types() =>
        Generated.Check("docs/policy-reference.md", Head + TypeDeclarations.ToMarkdown(Types));

    [Fact]
    public void Every_type_is_there_and_says_what_it_is()
    {
        var page = TypeDeclarations.ToMarkdown(Types);

        page.Split('\n')
            .Count(line => line.StartsWith("## ", StringComparison.Ordinal))
            .ShouldBe(Regex.Count(Types, @"^(interface|type) ", RegexOptions.Multiline, TimeSpan.FromSeconds(1)));
        Regex.Matches(page, @"^## \w+\n\n\n", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public void The_limits_that_the_types_name_are_those_in_force()
    {
        var limits = new PolicyLimits();
        string[] said =
        [
            $"{limits.Timeout.TotalSeconds} seconds",
            $"{limits.Statements / 1_000_000} million statements",
            $"{limits.MemoryBytes >> 20} MiB",
            $"{limits.RecursionDepth} calls deep",
            $"{limits.Reports:#,0} findings",
            $"{limits.TextLength:#,0} characters",
        ];

        said.Where(words => !Types.Contains(words, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
