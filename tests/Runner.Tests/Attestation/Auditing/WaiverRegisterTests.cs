using System.Text.Json;
using Gates.Attestation.Auditing;
using Gates.Attestation.Statements;
using Gates.Doors.Git;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Auditing;

/// <summary>Waivers that held on a day of the quarter, from files at the releases and from signed results, each once.</summary>
public sealed class WaiverRegisterTests : IDisposable
{
    private static readonly Quarter Fourth = new(2026, 4);
    private static readonly DateTimeOffset Now = new(2027, 1, 2, 0, 0, 0, TimeSpan.Zero);

    private readonly TempRepository repository = new();
    private readonly WaiverRegister register = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Files_WhatHeldInTheQuarter_IsRegisteredOnceWithItsReleases()
    {
        await AddAsync(
            Waiver("vendor/**", "@acme/security", "2026-09-01", "2026-10-05"),
            Waiver("old/**", "@acme/security", "2026-07-15", "2026-09-30"),
            Waiver("docs/**", "@jane", "2026-12-31", "2027-01-31"));
        register.Problems.ShouldBeEmpty();
        register.Waivers.Select(one => (one.Path, one.Until, one.Owner)).ShouldBe([
            ("vendor/**", "2026-10-05", "@acme/security"),
            ("docs/**", "2027-01-31", "the person named in .github/gates-waivers.yml:15"),
        ]);
        register.Waivers[0].InForce.ShouldBe(["HEAD", "v1.0.0"]);
        register.Waivers[0].Used.ShouldBeEmpty();
    }

    [Fact]
    public async Task Results_WhatTheyUsed_IsHeldAgainstTheFile()
    {
        register.AddUsed("v1.0.0", Result("vendor/**", "2026-10-05", 2));
        register.AddUsed("v1.1.0", Result("gone/**", "2026-11-30", 0));
        await AddAsync(Waiver("vendor/**", "@acme/security", "2026-09-01", "2026-10-05"));
        register.Waivers.Count.ShouldBe(2);
        (register.Waivers[0].Owner, register.Waivers[0].Since).ShouldBe(("@acme/security", "2026-09-01"));
        register.Waivers[0].Used.ShouldBe(["v1.0.0"]);
        register.Waivers[1].Owner.ShouldBe("as a signed result records it; its owner is a commitment there");
        register.Waivers[1].Used.ShouldBeEmpty("it covered nothing");
    }

    [Fact]
    public async Task File_ThatCannotBeRead_IsNamed()
    {
        await AddAsync("  - gate: 7\n");
        register.Waivers.ShouldBeEmpty();
        register.Problems[0].ShouldStartWith(".github/gates-waivers.yml at v1.0.0 cannot be read: ");
    }

    private static string Waiver(string path, string owner, string added, string expires) =>
        $"  - gate: dlp-scan\n    path: {path}\n    reason: accepted\n    owner: \"{owner}\"\n    added: {added}\n    expires: {expires}\n";

    private static Statement Result(string path, string expires, int covers) => new(
        [Subject.Commit("head", "aa")],
        StatementKinds.TestResult,
        JsonElement.Parse($$"""
        {
          "gates": {
            "gate": { "id": "dlp-scan" },
            "waivers": [{ "path": "{{path}}", "reason": "accepted", "expires": "{{expires}}", "covers": {{covers}} }]
          }
        }
        """));

    private async Task AddAsync(params string[] waivers)
    {
        var commit = repository.Write(".github/gates-waivers.yml", "version: 1\nwaivers:\n" + string.Concat(waivers)).Commit();
        using var objects = (await GitRepository.FindAsync(repository.Info, token: null, CancellationToken.None))!.OpenObjects();
        register.AddFiles(objects, [("v1.0.0", commit), ("HEAD", commit)], Fourth, Now);
    }
}
