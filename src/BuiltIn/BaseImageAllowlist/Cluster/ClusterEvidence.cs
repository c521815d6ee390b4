using System.Globalization;
using System.Text.Json;
using Gates.BuiltIn.BaseImageAllowlist.Lists;
using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.BaseImageAllowlist.Cluster;

/// <summary>Writes what runs, and how it stands to the list and to what is declared: the drift report.</summary>
internal sealed record ClusterEvidence(ClusterSnapshot Snapshot, Drift Drift, AllowList Allow)
{
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    public IReadOnlyList<IgnoredImage> Ignored { get; init; } = [];

    /// <value>The files that the change edits: what they declare cannot run yet.</value>
    public IReadOnlySet<string> Changed { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public DateOnly Today { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("cluster");
        json.WriteString("server", Snapshot.Server);
        json.WriteStartArray("namespaces");
        foreach (var space in Namespaces)
        {
            json.WriteStringValue(space);
        }

        json.WriteEndArray();
        json.WriteNumber("pods", Snapshot.Pods);
        json.WriteNumber("workloads", Snapshot.Workloads);
        var reasons = Snapshot.Images.Select(image => Ignored.FirstOrDefault(one => one.Expires >= Today && Covers(one, image))).ToList();
        WriteIgnored(json, reasons);
        json.WriteStartArray("running");
        for (var i = 0; i < Snapshot.Images.Count; i++)
        {
            Write(json, Snapshot.Images[i], reasons[i]);
        }

        json.WriteEndArray();
        WriteIdle(json);
        json.WriteEndObject();
    }

    private void WriteIgnored(Utf8JsonWriter json, List<IgnoredImage?> uses)
    {
        json.WriteStartArray("ignored");
        foreach (var one in Ignored)
        {
            json.WriteStartObject();
            json.WriteString("image", one.Image.Written);
            json.WriteString("reason", one.Reason);
            json.WriteString("expires", one.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteBoolean("expired", one.Expires < Today);
            json.WriteNumber("uses", uses.Count(use => use == one));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, RunningImage running, IgnoredImage? ignored)
    {
        var (state, declared) = Drift.Of(running);
        var image = running.Reference;
        json.WriteStartObject();
        json.WriteString("reference", image?.ToString());
        if (image is null)
        {
            json.WriteString("written", running.Written);
        }

        json.WriteString("digest", running.Digest ?? (running.IsTemplate ? image?.Digest : null));
        json.WriteString("workload", running.Workload.ToString());
        json.WriteString("container", running.Container);
        if (running.Kind != "container")
        {
            json.WriteString("containerKind", running.Kind);
        }

        json.WriteNumber("pods", running.Pods);
        var entry = image is null ? null : Forms(running).Select(Allow.Find).FirstOrDefault(found => found is not null);
        json.WriteString("allowed", entry?.Written ?? (running.Answer is { IsAllowed: true } allowed ? allowed.Words : null));
        WriteRefusal(json, running, entry);

        if (ignored is not null)
        {
            json.WriteString("ignored", ignored.Reason);
        }

        json.WriteString("state", Word(state));
        WriteDeclared(json, declared, running);
        json.WriteEndObject();
    }

    private void WriteRefusal(Utf8JsonWriter json, RunningImage running, AllowEntry? entry)
    {
        if (running.Reference is not { } image || entry is not null || running.Answer is { IsAllowed: true })
        {
            return;
        }

        if (running.Answer is { } refusal)
        {
            json.WriteString("refusedBy", refusal.Words);
        }

        if (Allow.Closest(image) is { } closest)
        {
            json.WriteString("closest", closest.Written);
        }
    }

    /// <summary>What goes without saying is left out: a cluster has thousands of these, and evidence is kept, masked and judged whole.</summary>
    private void WriteDeclared(Utf8JsonWriter json, ImageUse? declared, RunningImage running)
    {
        if (declared is null)
        {
            return;
        }

        json.WriteStartObject("declared");
        if (declared.Reference!.ToString() is var text && text != running.Reference?.ToString())
        {
            json.WriteString("reference", text);
        }

        json.WriteString("path", declared.Path);
        json.WriteNumber("line", declared.Line);
        json.WriteEndObject();
        if (Changed.Contains(declared.Path))
        {
            json.WriteBoolean("pending", true);
        }

        if (declared.Reference.Digest is null && Drift.ContentsOf(running.Reference!) is { Count: > 1 } contents)
        {
            json.WriteStartArray("contents");
            foreach (var digest in contents)
            {
                json.WriteStringValue(digest);
            }

            json.WriteEndArray();
        }
    }

    private void WriteIdle(Utf8JsonWriter json)
    {
        json.WriteStartArray("idle");
        foreach (var use in Drift.Idle().OrderBy(use => use.Path, StringComparer.Ordinal).ThenBy(use => use.Line))
        {
            json.WriteStartObject();
            json.WriteString("reference", use.Reference!.ToString());
            json.WriteString("path", use.Path);
            json.WriteNumber("line", use.Line);
            json.WriteString("kind", use.Kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>As it is written, and with the digest of what runs: an entry may name either.</summary>
    private static IEnumerable<ImageReference> Forms(RunningImage running) =>
        new[] { running.Reference, running is { Digest: { } digest, Reference: { } image } ? image with { Digest = digest } : null }.OfType<ImageReference>();

    private static bool Covers(IgnoredImage one, RunningImage running) => Forms(running).Any(one.Image.Allows);

    private static string Word(DriftState state) => state switch
    {
        DriftState.Declared => "declared",
        DriftState.Undeclared => "undeclared",
        DriftState.OtherTag => "other-tag",
        DriftState.OtherDigest => "other-digest",
        DriftState.UnknownDigest => "unknown-digest",
        DriftState.SeveralContents => "several-contents",
        _ => "unresolved",
    };
}
