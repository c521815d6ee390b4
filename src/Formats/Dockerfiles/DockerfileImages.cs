using System.Globalization;
using Gates.Formats.Dockerfiles.Grammar;
using Gates.Formats.Dockerfiles.Words;

namespace Gates.Formats.Dockerfiles;

/// <summary>Finds every image from outside that a Dockerfile pulls, resolved as BuildKit would for one set of build settings.</summary>
internal sealed class DockerfileImages
{
    private const string Scratch = "scratch";
    private const string Syntax = "# syntax";

    private readonly Dockerfile file;
    private readonly BuildSettings settings;
    private readonly ArgScope scope;
    private readonly HashSet<string> stageNames;
    private readonly Dictionary<string, string> contexts = new(StringComparer.Ordinal);
    private readonly List<DockerfileImage> images = [];
    private readonly UnsetArguments unset;

    // The builder numbers each image that is copied or mounted from behind the stages.
    private long imageStages;

    private DockerfileImages(Dockerfile file, BuildSettings settings)
    {
        this.file = file;
        this.settings = settings;
        scope = ArgScope.From(file, settings);
        unset = new UnsetArguments(file);
        stageNames = [.. file.Stages.Select(stage => stage.Name).OfType<string>()];
        foreach (var (name, value) in settings.Contexts)
        {
            contexts[Familiar(name)] = value;
        }
    }

    public static IReadOnlyList<DockerfileImage> Of(Dockerfile file, BuildSettings settings)
    {
        var finder = new DockerfileImages(file, settings);
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stage in file.Stages)
        {
            finder.AddBase(stage, earlier);
            foreach (var instruction in stage.Instructions)
            {
                finder.AddSources(instruction, stage, "");
            }

            if (stage.Name is not null)
            {
                earlier.Add(stage.Name);
            }
        }

        return finder.images;
    }

    /// <summary>The image behind a <c># syntax=</c> line, which the builder runs before it reads the file.</summary>
    public static DockerfileImage? Frontend(string text, BuildSettings settings)
    {
        if (settings.Arguments.TryGetValue("BUILDKIT_SYNTAX", out var given))
        {
            var name = given.Value?.Trim().Split(' ')[0];
            return name is null
                ? new DockerfileImage { Kind = Syntax, Written = "BUILDKIT_SYNTAX", Line = 1, Origins = [given.Origin], Reason = "it is only known to the build" }
                : Resolve(name, new DockerfileImage { Kind = Syntax, Written = name, Line = 1, Origins = [given.Origin] });
        }

        return SyntaxDirective.Find(text) is { } directive
            ? Resolve(directive.Value, new DockerfileImage { Kind = Syntax, Written = directive.Value, Line = directive.Line, Column = 1 })
            : null;
    }

    private void AddBase(DockerfileStage stage, HashSet<string> earlier)
    {
        if (stage.Name is not null && contexts.TryGetValue(stage.Name, out var replaced))
        {
            AddContext(Start("FROM", stage.Base, stage.From, stage), stage.Name, replaced);
            return;
        }

        var expansion = scope.Expand(stage.Base);
        var image = Start("FROM", stage.Base, stage.From, stage) with { Origins = expansion.Origins };
        if (expansion.Reason is not null)
        {
            images.Add(image with { Reason = expansion.Reason });
        }
        else if (expansion.Text == Scratch || earlier.Contains(expansion.Text))
        {
            return;
        }
        else if (contexts.TryGetValue(Familiar(expansion.Text), out var context))
        {
            AddContext(image, expansion.Text, context);
        }
        else
        {
            var (platform, reason) = PlatformOf(stage);
            var resolved = unset.Explain(Resolve(expansion.Text, image with { Platform = platform }), expansion, earlier);
            images.Add(reason is null ? resolved : resolved with { Reference = null, Reason = reason });
        }
    }

    /// <summary>What <c>--platform</c> comes to; the builder refuses one that comes to nothing, or that it does not understand.</summary>
    private (string? Platform, string? Reason) PlatformOf(DockerfileStage stage)
    {
        if (stage.Platform is null)
        {
            return (null, null);
        }

        var expansion = scope.Expand(stage.Platform);
        return expansion.Reason is not null ? (null, null)
            : expansion.Text.Length == 0 ? (null, $"--platform={stage.Platform} comes to nothing, which the builder refuses")
            : (expansion.Text, null);
    }

    private static string Familiar(string name) => ImageReference.TryParse(name, out var reference, out _) ? reference.Familiar : name;

    private void AddSources(DockerfileInstruction instruction, DockerfileStage stage, string prefix)
    {
        if (instruction.Trigger is { } trigger)
        {
            AddSources(trigger, stage, "ONBUILD ");
        }
        else if (instruction.Name == "COPY")
        {
            foreach (var (at, flag) in instruction.Flags.Index().Where(flag => flag.Item.Name == "from"))
            {
                AddCopy(flag.Value ?? "", Start(prefix + "COPY --from", flag.Value ?? "", instruction, stage, at));
            }
        }
        else if (instruction.Name == "RUN")
        {
            foreach (var (at, flag) in instruction.Flags.Index().Where(flag => flag.Item.Name == "mount"))
            {
                var from = MountFlag.From(flag.Value ?? "", out var reason);
                AddMount(from, reason, Start(prefix + "RUN --mount", from ?? flag.Value ?? "", instruction, stage, at));
            }
        }
    }

    private void AddCopy(string from, DockerfileImage image)
    {
        // Empty is as if it did not stand there: the files come from the build's own folder.
        if (from.Length == 0)
        {
            return;
        }

        if (!IsLiteral(from))
        {
            images.Add(image with { Reason = "the builder does not replace variables in --from; name a stage (FROM $X AS name) and copy from that" });
        }
        else if (!StageCircles.TryIndex(from, out var index))
        {
            AddNamed(from, image);
        }
        else if (index < 0 || index >= file.Stages.Count + imageStages)
        {
            images.Add(image with { Reason = FormattableString.Invariant($"there is no stage number {index}; this file has {file.Stages.Count}") });
        }
    }

    private void AddMount(string? from, string? reason, DockerfileImage image)
    {
        if (reason is not null)
        {
            images.Add(image with { Reason = reason });
        }
        else if (from is { Length: > 0 })
        {
            AddNamed(from, image);
        }
    }

    /// <summary>A stage by its name in any case, wherever it stands; else an image.</summary>
    private void AddNamed(string name, DockerfileImage image)
    {
        if (stageNames.Contains(name.ToLowerInvariant()))
        {
            return;
        }

        imageStages += image.Kind.StartsWith("ONBUILD", StringComparison.Ordinal) ? 0 : 1;
        if (contexts.TryGetValue(Familiar(name), out var context))
        {
            AddContext(image, name, context);
        }
        else if (name != Scratch)
        {
            images.Add(Resolve(name, image));
        }
    }

    private void AddContext(DockerfileImage image, string name, string value)
    {
        const string Prefix = "docker-image://";
        if (value.StartsWith("target:", StringComparison.Ordinal))
        {
            return;
        }

        images.Add(value.StartsWith(Prefix, StringComparison.Ordinal)
            ? Resolve(value[Prefix.Length..], image with { Origins = [.. image.Origins, $"build context {name}"] })
            : image with { Reason = $"the build context \"{name}\" replaces it by {value}, which is no image" });
    }

    private static DockerfileImage Resolve(string text, DockerfileImage image)
    {
        var found = ImageReference.TryParse(text, out var reference, out var reason);
        return image with { Reference = reference, Reason = found ? null : text.Length == 0 ? reason : $"\"{text}\" is not an image: {reason}" };
    }

    private static DockerfileImage Start(string kind, string written, DockerfileInstruction instruction, DockerfileStage stage, int? flag = null)
    {
        var (line, column) = flag is { } at ? instruction.Locate(written, at) : instruction.Locate(written);
        return new DockerfileImage
        {
            Kind = kind,
            Written = written,
            Line = line,
            Column = column,
            Stage = stage.Name ?? stage.Index.ToString(CultureInfo.InvariantCulture),
        };
    }

    private bool IsLiteral(string text)
    {
        try
        {
            return ShellLexer.Expand(text, file.Escape, _ => null) == text;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
