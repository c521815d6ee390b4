using Gates.Formats.Foundation;
using Gates.Runner.Typings;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Typings;

public sealed class TypesFilesTests : IDisposable
{
    private readonly TempFolder root = new();

    public TypesFilesTests()
    {
        root.Write("policies/one/policy.js", "");
        root.Write("policies/one/policy.json", """{ "title": "x", "facts": { "yaml": ["**"] } }""");
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public void What_is_missing_is_written_once()
    {
        Run().ShouldBe("wrote policies/one/types.d.ts\nwrote policies/types/gates.d.ts\n");
        Run().ShouldBe("The types of policies/one are as its policy.json says.\n");
        root.Read("policies/types/gates.d.ts").ShouldBe(SharedTypes.Text);
    }

    [Fact]
    public void What_changed_is_said()
    {
        Run();
        root.Write(
            "policies/one/policy.json",
            """{ "title": "x", "facts": { "json": ["**"] }, "settings": { "max": { "type": "number", "description": "d" } } }""");

        Run(ExitCode.Fails, check: true).ShouldBe("""
            policies/one/types.d.ts is stale
              + json: GateDocument[];
              + export interface Settings {
              + max?: number;
              - yaml: GateDocument[];
              - export interface Settings {}
            `gates policy types` makes it anew.

            """);
        Run().ShouldStartWith("wrote policies/one/types.d.ts\n  + json: GateDocument[];\n");
        Run(check: true).ShouldBe("The types of policies/one are as its policy.json says.\n");
    }

    [Fact]
    public void A_check_writes_nothing()
    {
        Run(
            ExitCode.Fails,
            check: true).ShouldBe("policies/one/types.d.ts is missing\npolicies/types/gates.d.ts is missing\n`gates policy types` makes them anew.\n");

        File.Exists(Path.Combine(root.Path, "policies/one/types.d.ts")).ShouldBeFalse();
    }

    [Fact]
    public void Several_policies_and_folders_are_looked_at_once_each()
    {
        root.Write("more/two/policy.ts", "");
        root.Write("more/two/policy.json", """{ "title": "x" }""");

        Run(folders: [
            "more/two",
            "policies",
            "more"
        ]).ShouldBe("wrote more/two/types.d.ts\nwrote policies/one/types.d.ts\nwrote more/types/gates.d.ts\nwrote policies/types/gates.d.ts\n");
        Run(folders: ["more/two", "policies", "more"]).ShouldBe("The types of 2 policies are as their policy.json say.\n");
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_overwritten()
    {
        root.Write("policies/one/types.d.ts", "export type Mine = 1;\n");

        Should.Throw<UsageException>(() =>
            Run()).Message.ShouldBe("policies/one/types.d.ts was not made by `gates policy types`, which writes a file of this name; give yours another");
        root.Read("policies/one/types.d.ts").ShouldBe("export type Mine = 1;\n");
    }

    [Theory]
    [InlineData("nowhere", "\"nowhere\" is not a folder")]
    [InlineData("policies/types", "there is no policy below policies/types: a policy is a folder")]
    public void Where_there_is_no_policy_that_is_said(string folder, string message)
    {
        Directory.CreateDirectory(Path.Combine(root.Path, "policies/types"));

        Should.Throw<UsageException>(() => Run(folders: [folder])).Message.ShouldStartWith(message);
    }

    private string Run(ExitCode expected = ExitCode.Holds, bool check = false, string[]? folders = null)
    {
        var output = new StringWriter();
        TypesFiles.Run(new TypesRequest(root.Info, folders ?? ["policies"], check), output).ShouldBe(expected);
        return output.ToString();
    }
}
