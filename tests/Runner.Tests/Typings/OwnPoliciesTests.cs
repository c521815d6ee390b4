using Gates.BuiltIn;
using Gates.BuiltIn.Waivers;
using Gates.Doors.TypeChecks;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Typings;

/// <summary>Our own policies are models of typed ones: each names the types that its manifest makes, and fits them.</summary>
public sealed class OwnPoliciesTests : IDisposable
{
    private readonly TempFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void The_types_of_the_shipped_policies_are_as_their_manifests_say()
    {
        var output = new StringWriter();

        TypesFiles.Run(new TypesRequest(new DirectoryInfo(Repository.Root), ["policies"], Check: true), output).ShouldBe(ExitCode.Holds, output.ToString());
    }

    [Fact]
    public void Editors_check_the_shipped_policies_as_those_of_an_author() =>
        File.ReadAllText(Repository.Combine("policies", "jsconfig.json")).ShouldBe(CompilerOptions.JsConfig);

    [Fact]
    public void All_that_we_judge_by_fits_its_types()
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        foreach (var id in GateIds.Offered)
        {
            var builtIn = GateIds.BuiltIn(id);
            Write(builtIn is null ? ShippedPolicies.Source(id) : ShippedPolicies.Default(builtIn));
            root.Write(
                $"{id}/{PolicyTypes.FileName}",
                PolicyTypes.Of(ShippedPolicies.Find(id) ?? PolicyManifest.Read($$"""{ "title": "x", "gate": "{{id}}" }""", "policy.json")));
        }

        Write(ShippedModules.Link(WaiversGate.Id, "BuiltIn/Waivers/"));
        File.Copy(Repository.Combine("src", "BuiltIn", "Waivers", PolicyTypes.FileName), Path.Combine(root.Path, WaiversGate.Id, PolicyTypes.FileName));
        foreach (var file in Directory.GetFiles(Repository.Combine("policies", "lib")))
        {
            root.Write("lib/" + Path.GetFileName(file), File.ReadAllText(file));
        }

        root.Write(SharedTypes.Path, SharedTypes.Text);
        root.Write("jsconfig.json", CompilerOptions.JsConfig);

        InstalledTypeScript.Run(root.Path, "-p", "jsconfig.json", "--pretty", "false").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBeEmpty();
    }

    /// <summary>Under the names that the linker gives them, under which what they import is found.</summary>
    private void Write(PolicySource policy)
    {
        policy.Modules[policy.Entry].ShouldContain("/** @type {import(\"./types.d.ts\").Judge} */\nexport function judge(");
        foreach (var (path, text) in policy.Modules)
        {
            text.ShouldNotContain("<reference", Case.Sensitive, path);
            root.Write(path, text);
        }
    }
}
