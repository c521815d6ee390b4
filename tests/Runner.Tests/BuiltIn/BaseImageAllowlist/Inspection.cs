using System.Text;
using System.Text.Json;
using Gates.BuiltIn.BaseImageAllowlist;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Runs the gate over files in memory.</summary>
internal static class Inspection
{
    public const string Digest = "sha256:86e0e091d0da6bde2456dbb48306f3956bbeb2eae1b5b9a43045843f69fe4aaa";
    public const string OtherDigest = "sha256:96e0e091d0da6bde2456dbb48306f3956bbeb2eae1b5b9a43045843f69fe4bbb";

    public static JsonElement FactsOf(BaseImageAllowlistOptions options, params (string Path, string Text)[] files)
    {
        var tree = new CaseTree(files.Select(file => KeyValuePair.Create(file.Path, Encoding.UTF8.GetBytes(file.Text))));
        return FactsOf(options, tree);
    }

    public static JsonElement FactsOf(BaseImageAllowlistOptions options, ISourceTree tree) => FactsOf(options, new GateContext(tree, ChangeSet.None, default));

    /// <summary>What was left out, as "reason path".</summary>
    public static string[] Unseen(params (string Path, string Text)[] files)
    {
        var context = new GateContext(
            new CaseTree(files.Select(file => KeyValuePair.Create(file.Path, Encoding.UTF8.GetBytes(file.Text)))),
            ChangeSet.None,
            default);
        FactsOf(new BaseImageAllowlistOptions(), context);
        return [.. context.Coverage.Summary()!.LeftOut.SelectMany(group => group.Paths.Select(path => group.Reason.Id + " " + path))];
    }

    private static JsonElement FactsOf(BaseImageAllowlistOptions options, GateContext context) =>
        new BaseImageAllowlistGate(options).InspectAsync(context, CancellationToken.None).GetAwaiter().GetResult().Facts;

    /// <summary>Every image as "line: reference [for platform]", or "line: ? reason".</summary>
    public static string[] Images(params (string Path, string Text)[] files) => Images(new BaseImageAllowlistOptions(), files);

    public static string[] Images(BaseImageAllowlistOptions options, params (string Path, string Text)[] files) =>
        [.. FactsOf(options, files).GetProperty("images").EnumerateArray().Select(Describe)];

    public static string[] Dockerfile(string text) => Images(("Dockerfile", text));

    /// <summary>What the policy says, as "severity rule path:line: message".</summary>
    public static string[] Findings(BaseImageAllowlistOptions options, params (string Path, string Text)[] files)
    {
        var policy = PolicyScript.Load(ShippedPolicies.Default(GateIds.BuiltIn("base-image-allowlist")!));
        var settings = JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["allow"] = options.Allow,
            ["allow-from"] = options.AllowFrom,
            ["require-digest"] = options.RequireDigest
        });
        var judgement = policy.Judge(new Evidence(ImageEvidenceWriter.Kind, FactsOf(options, files)), settings, new PolicyLimits());
        return [.. judgement.Findings.Select(f => $"{f.Severity.ToString().ToLowerInvariant()} {f.Rule} {f.Location!.Path}:{f.Location.Line}: {f.Message}")];
    }

    private static string Describe(JsonElement image)
    {
        var platform = image.GetProperty("platform").GetString();
        var what = image.GetProperty("resolved").GetBoolean() ? image.GetProperty("reference").GetString() : "? " + image.GetProperty("reason").GetString();
        return $"{image.GetProperty("line").GetInt32()}: {what}{(platform is null ? "" : " for " + platform)}";
    }
}
