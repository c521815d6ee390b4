using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Reads the images of a Dockerfile, once for its defaults and once for each command that builds it.</summary>
/// <param name="arguments">Build arguments of the configuration.</param>
/// <param name="platforms">Platforms of the configuration.</param>
internal sealed class DockerfileReader(IReadOnlyDictionary<string, BuildArgument> arguments, IReadOnlyList<Platform> platforms)
{
    /// <summary>Instructions times the ways in which they are built.</summary>
    private const int MaxWork = 5_000_000;

    public void Read(SourceText source, IEnumerable<BuildCommand> builds, CollectedImages into)
    {
        into.AddFile(source);
        var settings = builds.SelectMany(SettingsOf).Prepend(new BuildSettings { Arguments = arguments, Platform = platforms[0] })
            .Concat(platforms.Skip(1).Select(platform => new BuildSettings { Arguments = arguments, Platform = platform }));
        ReadImages(source, source.Text, 0, settings, "Dockerfile", certain: !DockerfileFinder.IsTemplate(source.Path), into);
    }

    /// <summary>Reads a Dockerfile that stands inside another file.</summary>
    public void ReadInline(SourceText source, string text, int linesBefore, IEnumerable<BuildCommand> builds, CollectedImages into) =>
        ReadImages(source, text, linesBefore, builds.SelectMany(SettingsOf), "inline Dockerfile", certain: true, into);

    private IEnumerable<BuildSettings> SettingsOf(BuildCommand build)
    {
        // What the configuration states stands in for what only the run knows.
        var merged = new Dictionary<string, BuildArgument>(arguments, StringComparer.Ordinal);
        foreach (var (name, argument) in build.Arguments)
        {
            if (argument.Value is not null || !merged.ContainsKey(name))
            {
                merged[name] = argument;
            }
        }

        return (build.Platforms.Count > 0 ? build.Platforms : platforms)
            .Select(platform => new BuildSettings { Arguments = merged, Platform = platform, Contexts = build.Contexts, Target = build.Target });
    }

    private static void ReadImages(
        SourceText source, string text, int linesBefore, IEnumerable<BuildSettings> settings, string kind, bool certain, CollectedImages into)
    {
        var all = settings.ToList();
        var found = new List<(DockerfileImage Image, BuildSettings Settings)>();
        foreach (var one in all.DistinctBy(one => one.Arguments.GetValueOrDefault("BUILDKIT_SYNTAX")))
        {
            if (DockerfileImages.Frontend(text, one) is { } frontend)
            {
                found.Add((frontend with { Line = frontend.Line + linesBefore }, one));
            }
        }

        try
        {
            var file = DockerfileParser.Parse(text, source.Path, linesBefore);
            if ((long)all.Count * file.Instructions.Count > MaxWork)
            {
                var size = FormattableString.Invariant($"has {file.Instructions.Count} instructions and is built in {all.Count} ways");
                throw new EvaluationException($"base-image-allowlist: {source.Path} {size}; `exclude` what builds it");
            }

            found.AddRange(all.SelectMany(one => DockerfileImages.Of(file, one).Select(image => (image, one))));
        }
        catch (DocumentException e)
        {
            var reason = certain ? e.Reason : e.Reason + "; it seems to be a template that is filled in first";
            into.AddUnread(source, e.Line, kind, reason, certain);
        }

        found.AddRange(OtherReadings(
            text,
            source.Path,
            linesBefore).SelectMany(other => all.SelectMany(one => DockerfileImages.Of(other, one).Select(image => (image, one)))));
        AddOnce(source, found, into);
    }

    /// <summary>
    /// The file as other builders read it, when they may read it otherwise: to those before dockerfile 1.16 the lines after <c>&lt;&lt; EOF</c> are
    /// instructions. Which builder runs is not known here, so the images of each count; a file that a builder refuses pulls nothing.
    /// </summary>
    private static IEnumerable<Dockerfile> OtherReadings(string text, string path, int linesBefore)
    {
        foreach (var form in HeredocReader.MayDiffer(text) ? (HeredocForm[])[HeredocForm.Adjoining, HeredocForm.Shell] : [])
        {
            if (TryParse(text, path, linesBefore, form) is { } file)
            {
                yield return file;
            }
        }
    }

    private static Dockerfile? TryParse(string text, string path, int linesBefore, HeredocForm form)
    {
        try
        {
            return DockerfileParser.Parse(text, path, linesBefore, form);
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    private static void AddOnce(SourceText source, List<(DockerfileImage Image, BuildSettings Settings)> found, CollectedImages into)
    {
        var resolved = found.Where(f => f.Image.Reference is not null).Select(f => Place(f.Image)).ToHashSet();
        var seen = new HashSet<(object, string?)>();
        foreach (var (image, settings) in found)
        {
            // A build that gives the value answers for those that do not.
            if ((image.LacksValue && resolved.Contains(Place(image))) || !seen.Add((Place(image), image.Reference?.ToString() ?? image.Reason)))
            {
                continue;
            }

            var byTarget = image.Origins.Any(origin =>
                origin.StartsWith("TARGET", StringComparison.Ordinal) && !origin.StartsWith("TARGETSTAGE", StringComparison.Ordinal));
            var plain = FormattableString.Invariant($"{image.Kind}, {source.Path}:{image.Line}");
            into.Add(source, new ImageUse
            {
                Kind = image.Kind,
                Written = image.Written,
                How = image.Origins.Count == 0 ? plain : string.Join("; ", image.Origins),
                Path = source.Path,
                Line = image.Line,
                Column = image.Column,
                Stage = image.Stage,
                Platform = image.Platform ?? (byTarget ? settings.Platform.ToString() : null),
                Reference = image.Reference,
                Reason = image.Reason,
            });
        }
    }

    private static (string Kind, int Line, int? Column, string Written) Place(DockerfileImage image) => (image.Kind, image.Line, image.Column, image.Written);
}
