using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Gates.Doors.Docker;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>
/// The gate with <c>build</c> set: what the files say, and beside it what running the builds proved. It asks an engine as its settings say, so the settings are
/// those of the base; a change that edits them is told what it would be, and nothing is built for it.
/// </summary>
internal sealed class ProofGate : IGate, IPacedGate, IReachesOut
{
    private readonly HermeticBuildGate files;
    private readonly IReadOnlyList<BuildPlan> plans;
    private readonly GateServices services;

    /// <exception cref="Gates.Formats.Foundation.UsageException">An option cannot be meant as it is.</exception>
    public ProofGate(HermeticBuildGate files, IReadOnlyList<BuildOptions> builds, GateServices services)
    {
        this.files = files;
        this.services = services;
        plans = BuildPlan.From(builds);
    }

    /// <value>Each build twice, and as long again for reading what was built.</value>
    public TimeSpan? Duration => TimeSpan.FromTicks(plans.Sum(plan => plan.Options.Time.Ticks * (plan.Options.Twice ? 3 : 2)));

    public string Answers => "what running a build proves";

    public async Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken)
    {
        var evidence = await files.InspectAsync(context, cancellationToken);
        if (context.Needs is null)
        {
            // The base is read and not built: what a build did there excuses nothing here.
            return evidence;
        }

        var facts = await DockerReaper.TrackAsync(() => new BuildProver(plans, services).ProveAsync(context, cancellationToken));
        context.Coverage.Saw(facts.Count, "build");
        return With(evidence, facts);
    }

    /// <summary>As text: writing the facts anew would throw at names that are not Unicode, which a repository may hold.</summary>
    private static Evidence With(Evidence evidence, IReadOnlyList<BuildFact> builds)
    {
        var facts = JsonMarshal.GetRawUtf8Value(evidence.Facts).TrimEnd(" \t\r\n"u8)[..^1].TrimEnd(" \t\r\n"u8);
        var added = new ArrayBufferWriter<byte>();
        added.Write(facts);
        added.Write(facts is [.., (byte)'{'] ? "\"builds\":"u8 : ",\"builds\":"u8);
        using (var json = new Utf8JsonWriter(added))
        {
            JsonSerializer.Serialize(json, builds, BuildFactsJson.Default.IReadOnlyListBuildFact);
        }

        added.Write("}"u8);
        var reader = new Utf8JsonReader(added.WrittenSpan, new JsonReaderOptions { MaxDepth = 1000 });
        return evidence with { Facts = JsonElement.ParseValue(ref reader) };
    }
}
