using System.Text.Json;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Configuration.Policies;
using Runner.Tests.Cases;
using Xunit;

namespace Runner.Tests.Configuration.Policies;

/// <summary>Links files as written, and judges by what came out.</summary>
internal static class Linked
{
    public static Task<PolicySource> LinkAsync(string entry, params (string Path, string Text)[] files) =>
        new PolicyLinker(new InProcessJudge()).LinkAsync(Files(entry, files).Source, TestContext.Current.CancellationToken);

    public static PolicyFiles Files(string entry, params (string Path, string Text)[] files) =>
        new(entry, files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal));

    public static Judgement Judge(PolicySource policy, string facts = "{}")
    {
        using var evidence = JsonDocument.Parse(facts);
        using var settings = JsonDocument.Parse("{}");
        return PolicyScript.Load(
            policy).Judge(new Evidence("test/v1", evidence.RootElement), settings.RootElement, new PolicyLimits { Timeout = TimeSpan.FromSeconds(30) });
    }
}
