using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Runner.Commands.List;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.List;

public sealed class ListCommandTests
{
    [Fact]
    public void The_catalogue_shows_every_gate_and_policy_with_its_options()
    {
        var output = new StringWriter();

        ListCommand.Run(json: false, output).ShouldBe(ExitCode.Holds);

        var text = output.ToString();
        text.ShouldStartWith("Built-in gates\n\n  dlp-scan: Secrets and personal data\n");
        text.ShouldContain("\n\nShipped policies\n\n  alert-routing: ");
        text.ShouldContain("""

              changelog: The changelog can be relied on
                The changelog follows Keep a Changelog 1.1.0, newest version first, and has an entry for the version of the project.
                  path  string; default "CHANGELOG.md"
                    Where the changelog is; `facts` must select it too.
            """);
        text.ShouldContain("      require  list of map; required\n");
        text.ShouldContain("      require[].files  ");
        text.ShouldContain("      exclude  list of string; default []\n");
    }

    [Fact]
    public void The_catalogue_is_also_JSON()
    {
        var output = new StringWriter();

        ListCommand.Run(json: true, output).ShouldBe(ExitCode.Holds);

        using var document = JsonDocument.Parse(output.ToString());
        var gates = document.RootElement.GetProperty("gates").EnumerateArray().ToList();
        gates.Select(g => g.GetProperty("id").GetString()).ShouldBe(Catalogue.Entries().Select(e => e.Id));
        gates[0].GetProperty("kind").GetString().ShouldBe("built-in");
        gates[^1].GetProperty("kind").GetString().ShouldBe("policy");
        gates.Single(g => g.GetProperty("id").GetString() == "image-tags-pinned").GetProperty("options")[1].GetProperty("default")[0]
            .GetString()
            .ShouldBe("latest");
    }

    [Fact]
    public void The_schema_that_is_printed_is_the_one_that_is_published()
    {
        var output = new StringWriter();

        ListCommand.WriteSchema(output).ShouldBe(ExitCode.Holds);

        output.ToString().ShouldBe(File.ReadAllText(Repository.Combine("docs", "schemas", "gates.schema.json")));
    }
}
