using System.Text.Json;
using Gates.Policies;
using Gates.Runner;
using Runner.Tests.Cases;
using Support;
using Xunit;

namespace Runner.Tests.TypeScript;

/// <summary>Compiles with the real compiler, and judges what came out.</summary>
internal static class Compilation
{
    public static void SkipWithoutNode() =>
        Assert.SkipWhen(!ExternalProgram.Exists("node") || !ExternalProgram.Exists("npm"), "node or npm is not installed");

    public static async Task<PolicySource> CompileAsync(string entry, params (string Path, string Text)[] files)
    {
        SkipWithoutNode();
        return (await BuiltCompiler.Create(new InProcessJudge()).CompileAsync([Files(entry, files)], TestContext.Current.CancellationToken))[0];
    }

    public static PolicyFiles Files(string entry, params (string Path, string Text)[] files) =>
        new(entry, files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal));

    public static Judgement Judge(PolicySource policy, string facts = "{}")
    {
        using var evidence = JsonDocument.Parse(facts);
        using var settings = JsonDocument.Parse("{}");
        return PolicyScript.Load(policy).Judge(new Evidence("test/v1", evidence.RootElement), settings.RootElement, new PolicyLimits { Timeout = TimeSpan.FromSeconds(30) });
    }
}
