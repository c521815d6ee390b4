using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Formats.Profiles;

/// <summary>Reads speedscope's file format (https://www.speedscope.app/file-format-schema.json), which dotnet-trace and py-spy write too.</summary>
internal sealed class SpeedscopeReader(string path)
{
    private const string Schema = "https://www.speedscope.app/file-format-schema.json";

    /// <value>What dotnet-trace puts below a function for the time that is its own.</value>
    private static readonly string[] OwnTime = ["CPU_TIME", "UNMANAGED_CODE_TIME"];

    private readonly DocumentShape shape = new(path);

    /// <exception cref="DocumentException">It is none.</exception>
    public IReadOnlyList<Profile> Read(DocumentNode root)
    {
        if (shape.Text(root, "$schema") != Schema)
        {
            throw shape.Fail(root, $"this is no profile of speedscope: its `$schema` is not \"{Schema}\"");
        }

        var frames = shape.Maps(shape.Map(root, "shared"), "frames").ToList();
        var profiles = shape.Maps(root, "profiles").Select(profile => Read(profile, frames)).ToList();
        return profiles.Count > 0 ? profiles : throw shape.Fail(root, "`profiles` holds none");
    }

    private Profile Read(DocumentNode profile, List<DocumentNode> frames)
    {
        var counter = new StackCounter();
        var functions = frames.ConvertAll(frame => OwnTime.Contains(shape.Required(frame, "name"), StringComparer.Ordinal)
            ? null
            : counter.Of(shape.Required(frame, "name"), shape.Text(frame, "file"), shape.Integer(frame, "line")));
        long? samples = null;
        var type = shape.Required(profile, "type");
        switch (type)
        {
            case "sampled":
                samples = Samples(profile, functions, counter);
                break;
            case "evented":
                Events(profile, functions, counter);
                break;
            default:
                throw shape.Fail(profile, $"`type`: \"{FactText.Cut(type, 20)}\" is none; valid: sampled, evented");
        }

        var about = new Profile(path, ProfileReader.Speedscope, shape.Text(profile, "name"), "time", shape.Required(profile, "unit"), 0, samples, [], false);
        return counter.Read(about);
    }

    private long Samples(DocumentNode profile, List<StackCounter.Count?> functions, StackCounter counter)
    {
        var (samples, weights) = (shape.List(profile, "samples"), shape.List(profile, "weights"));
        if (samples.Count != weights.Count)
        {
            throw shape.Fail(profile, FormattableString.Invariant($"`weights` has {weights.Count} entries and `samples` {samples.Count}"));
        }

        for (var i = 0; i < samples.Count; i++)
        {
            counter.Add([.. samples[i].Items.Select(frame => Function(frame, functions)).OfType<StackCounter.Count>()], Number(weights[i]));
        }

        return samples.Count;
    }

    /// <summary>The time between two events is that of the function on top.</summary>
    private void Events(DocumentNode profile, List<StackCounter.Count?> functions, StackCounter counter)
    {
        var (open, since) = (new List<(DocumentNode Frame, StackCounter.Count? Function)>(), 0.0);
        foreach (var one in shape.Maps(profile, "events"))
        {
            var at = Number(DocumentShape.Field(one, "at") ?? throw shape.Fail(one, "`at` is missing"));
            if (open.Count > 0 && at < since)
            {
                throw shape.Fail(one, "`at` is before that of the event above");
            }

            if (open.Count > 0 && at > since)
            {
                counter.Add([.. open.Select(frame => frame.Function).OfType<StackCounter.Count>()], at - since);
            }

            since = at;
            var frame = DocumentShape.Field(one, "frame") ?? throw shape.Fail(one, "`frame` is missing");
            if (shape.Required(one, "type") == "O")
            {
                open.Add((frame, Function(frame, functions)));
            }
            else if (open.Count == 0 || open[^1].Frame.Text != frame.Text)
            {
                throw shape.Fail(one, "a frame is closed that was not opened last");
            }
            else
            {
                open.RemoveAt(open.Count - 1);
            }
        }

        if (open.Count > 0)
        {
            throw shape.Fail(profile, "a frame is open at the end: the profile is not whole");
        }
    }

    private StackCounter.Count? Function(DocumentNode frame, List<StackCounter.Count?> functions) =>
        int.TryParse(frame.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < functions.Count
            ? functions[index]
            : throw shape.Fail(frame, $"{FactText.Cut(frame.Text, 20)} is no frame; there are {functions.Count.ToString(CultureInfo.InvariantCulture)}");

    private double Number(DocumentNode node) =>
        double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw shape.Fail(node, $"{FactText.Cut(node.Text, 20)} is no number");
}
