using Gates.Formats.Foundation;
using Gates.Runner.Commands.Policy;
using Gates.Runner.Commands.Test;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Policy;

public sealed class NewPolicyTests : IDisposable
{
    private readonly TempFolder root = new();

    public static TheoryData<string> Offered => [.. GateIds.Offered];

    public void Dispose() => root.Dispose();

    [Fact]
    public void What_was_written_and_what_to_do_next_is_said() =>
        New("owner-label").ShouldBe("""
            wrote policies/jsconfig.json
            wrote policies/owner-label/README.md
            wrote policies/owner-label/cases/fails/expected.json
            wrote policies/owner-label/cases/fails/files/k8s/app.yaml
            wrote policies/owner-label/cases/passes/expected.json
            wrote policies/owner-label/cases/passes/files/k8s/app.yaml
            wrote policies/owner-label/policy.js
            wrote policies/owner-label/policy.json
            wrote policies/owner-label/types.d.ts
            wrote policies/types/gates.d.ts

            Its cases: `gates test policies/owner-label`, after every change with --watch.
            Put it under `gates:` in .github/gates.yml:

              owner-label:
                policy: policies/owner-label
                mode: warn    # enforce, when nothing old is left to find

            """);

    [Theory]
    [InlineData(false, "policy.js")]
    [InlineData(true, "policy.ts")]
    public async Task A_new_policy_is_tested_both_ways_fits_its_types_and_is_covered(bool typeScript, string script)
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        InstalledTypeScript.LinkInto(root.Path);
        New("mine", typeScript: typeScript);

        var report = await TestAsync(types: true);
        var suite = report.Suites.ShouldHaveSingleItem();
        report.Unchecked.ShouldBeNull();

        File.Exists(Path.Combine(root.Path, "policies/mine", script)).ShouldBeTrue();
        suite.Problem.ShouldBeNull();
        suite.Complaints.ShouldBeEmpty();
        suite.Cases.Select(one => one.Result!.ToString()).ShouldBe(["policies/mine/cases/fails: as expected", "policies/mine/cases/passes: as expected"]);
        suite.Coverage.Files.ShouldHaveSingleItem().Path.ShouldBe("policies/mine/" + script);
    }

    [Theory]
    [MemberData(nameof(Offered))]
    public async Task A_copy_of_whatever_is_offered_passes_its_own_cases_and_fits_its_types(string id)
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        InstalledTypeScript.LinkInto(root.Path);
        New("my-copy", from: id);

        var report = await TestAsync(types: true);

        report.Unchecked.ShouldBeNull();
        var suite = report.Suites.ShouldHaveSingleItem();
        suite.Problem.ShouldBeNull();
        suite.Complaints.ShouldBeEmpty();
        suite.Note.ShouldBeNull();
        report.Cases.Count().ShouldBeGreaterThan(1);
        report.Cases.Where(one => !one.Passed).Select(one => one.Result?.ToString() ?? one.Problem).ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_of_a_built_in_gate_s_policy_says_that_it_replaces_it() =>
        New("our-dlp", from: "dlp-scan").ShouldEndWith("""

            Its cases: `gates test policies/our-dlp`, after every change with --watch.
            It replaces the default policy of dlp-scan, whose options stay. Put it under `gates:` in .github/gates.yml:

              dlp-scan:
                policy: policies/our-dlp
                mode: warn    # enforce, when nothing old is left to find

            """);

    [Fact]
    public void Files_that_policies_share_stay_as_they_are()
    {
        root.Write("policies/types/gates.d.ts", "mine");
        root.Write("policies/jsconfig.json", "{}");

        New("one").ShouldNotContain("gates.d.ts");

        root.Read("policies/types/gates.d.ts").ShouldBe("mine");
        root.Read("policies/jsconfig.json").ShouldBe("{}");
    }

    [Fact]
    public void Nothing_is_overwritten_and_nothing_else_is_written()
    {
        root.Write("policies/one/README.md", "mine");

        Should.Throw<UsageException>(() =>
            New("one")).Message.ShouldBe("policies/one/README.md exists already; `gates policy new` overwrites nothing and has written nothing");

        Directory.GetFiles(root.Path, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public void A_link_is_not_followed_out_of_the_repository()
    {
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(Path.Combine(root.Path, "policies"), elsewhere.Path);

        Should.Throw<UsageException>(() => New("one")).Message.ShouldBe("policies is a symbolic link, which `gates policy new` does not follow");
        elsewhere.Info.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("My Policy", null, false, "\"My Policy\" is not a gate's name")]
    [InlineData("../x", null, false, "\"../x\" is not a gate's name")]
    [InlineData("dlp-scan", null, false, "dlp-scan comes with the program; `gates policy new dlp-scan --from dlp-scan` copies it, else choose another name")]
    [InlineData("one", "dlp-scna", false, "--from: \"dlp-scna\" is neither a shipped policy nor a built-in gate; did you mean \"dlp-scan\"?")]
    [InlineData("one", "dlp-scan", true, "--ts is for the template")]
    public void What_cannot_be_made_is_said(string name, string? from, bool typeScript, string message) =>
        Should.Throw<UsageException>(() => New(name, from, typeScript)).Message.ShouldStartWith(message);

    private string New(string name, string? from = null, bool typeScript = false)
    {
        var output = new StringWriter();
        NewPolicy.Write(new NewPolicyRequest(root.Info, name, from, typeScript), output).ShouldBe(ExitCode.Holds);
        return output.ToString();
    }

    private async Task<TestReport> TestAsync(bool types)
    {
        await using var session = new TestSession(BuiltWorker.Options, TimeProvider.System);
        return await session.RunAsync(new TestRequest { Root = root.Info, RequireTests = true, Types = types }, TestContext.Current.CancellationToken);
    }
}
