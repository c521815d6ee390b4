using Gates.Formats.Foundation;
using Gates.Runner.Commands.Test;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Test;

public sealed class TestedTypesTests : IAsyncDisposable
{
    private readonly TestedRepository repository = new();

    public ValueTask DisposeAsync() => repository.DisposeAsync();

    [Fact]
    public async Task A_policy_whose_types_do_not_fit_fails_with_the_place_when_types_are_asked_for()
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        InstalledTypeScript.LinkInto(repository.Root.Path);
        repository.Root.Write(
            "policies/mine/policy.js",
            "/** @type {Judge} */\nfunction judge(evidence, settings, report) {\n  if (settings.never) report.eror('r', 'm');\n}\n");

        (await Run()).Suites.ShouldHaveSingleItem().Complaints.ShouldBeEmpty();
        var report = await repository.RunAsync(new TestRequest { Root = repository.Root.Info, Types = true });

        report.Suites.ShouldHaveSingleItem().Complaints.ShouldHaveSingleItem().ShouldStartWith("policies/mine/policy.js:3:30: ");
    }

    [Fact]
    public async Task A_policy_that_names_no_types_is_told_that_little_was_checked()
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        InstalledTypeScript.LinkInto(repository.Root.Path);

        var report = await repository.RunAsync(new TestRequest { Root = repository.Root.Info, Types = true });

        report.ExitCode.ShouldBe(ExitCode.Holds);
        report.Suites
            .ShouldHaveSingleItem().Note
            .ShouldBe("policies/mine/policy.js does not say what `judge` gets, so little of it can be checked: write /** @type {import(\"./types.d.ts\").Judge} */ above it");
    }

    [Fact]
    public async Task Types_that_are_not_what_the_manifest_says_any_more_are_one_line_and_no_failure()
    {
        repository.Root.Write(
            "policies/mine/types.d.ts",
            PolicyTypes.Of(PolicyManifest.Read("""{ "title": "x", "facts": { "yaml": ["**"] } }""", "policy.json")));

        var report = await Run();

        report.ExitCode.ShouldBe(ExitCode.Holds);
        TestedRepository.Print(
            report,
            coverage: false).ShouldContain("\npolicies/mine/types.d.ts is not what policy.json says any more: `gates policy types policies/mine` writes it anew\n");
    }

    [Fact]
    public async Task What_could_not_be_checked_is_said_and_is_no_pass()
    {
        var report = (await Run()) with { Unchecked = "TypeScript is not installed" };

        report.ExitCode.ShouldBe(ExitCode.CouldNotEvaluate);
        TestedRepository.Print(report, coverage: false).ShouldBe("""
            PASSED   policies/mine  1 case          0 ms

            Types were not checked: TypeScript is not installed.
            1 case passed, 1 policy, 80 % of lines ran (--coverage names the others), 0 ms

            """);
    }

    private Task<TestReport> Run() => repository.RunAsync(new TestRequest { Root = repository.Root.Info });
}
