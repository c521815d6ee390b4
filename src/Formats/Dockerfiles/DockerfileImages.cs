using System.Globalization;
using Gates.Formats.Dockerfiles.Words;

namespace Gates.Formats.Dockerfiles;

/// <summary>Finds every image from outside that a Dockerfile pulls, resolved as BuildKit would for one set of build settings.</summary>
internal sealed class DockerfileImages
{
    private const string Scratch = "scratch";

    private readonly Dockerfile file;
    private readonly BuildSettings settings;
    private readonly ArgScope scope;
    private readonly HashSet<string> stageNames;
    private readonly List<DockerfileImage> images = [];
    private Dictionary<string, int>? stageArgs;

    private DockerfileImages(Dockerfile file, BuildSettings settings)
    {
        this.file = file;
        this.settings = settings;
        scope = ArgScope.From(file, settings);
        stageNames = [.. file.Stages.Select(stage => stage.Name).OfType<string>()];
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
            var name = given.Value?.Split(' ')[0];
            return name is null
                ? new DockerfileImage { Kind = "# syntax", Written = "BUILDKIT_SYNTAX", Line = 1, Origins = [given.Origin], Reason = "it is only known to the build" }
                : Resolve(name, new DockerfileImage { Kind = "# syntax", Written = name, Line = 1, Origins = [given.Origin] });
        }

        return SyntaxDirective.Find(text) is { } directive
            ? Resolve(directive.Value, new DockerfileImage { Kind = "# syntax", Written = directive.Value, Line = directive.Line, Column = 1 })
            : null;
    }

    private void AddBase(DockerfileStage stage, HashSet<string> earlier)
    {
        if (stage.Name is not null && settings.Contexts.TryGetValue(stage.Name, out var replaced))
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
        else if (settings.Contexts.TryGetValue(expansion.Text, out var context))
        {
            AddContext(image, expansion.Text, context);
        }
        else if (expansion.Text != Scratch && !earlier.Contains(expansion.Text))
        {
            images.Add(Explain(Resolve(expansion.Text, image with { Platform = PlatformOf(stage) }), expansion, earlier));
        }
    }

    private string? PlatformOf(DockerfileStage stage) =>
        stage.Platform is not null && scope.Expand(stage.Platform) is { Reason: null, Text.Length: > 0 } expansion ? expansion.Text : null;

    private DockerfileImage Explain(DockerfileImage image, ArgExpansion expansion, HashSet<string> earlier)
    {
        if (image.Reference is not null)
        {
            return image;
        }

        if (earlier.Contains(expansion.Text.ToLowerInvariant()))
        {
            return image with { Reason = $"FROM finds a stage only by its lower-case name; write \"{expansion.Text.ToLowerInvariant()}\"" };
        }

        if (expansion.Unset.Count == 0)
        {
            return image;
        }

        var name = expansion.Unset[0];
        stageArgs ??= FindStageArgs();
        return image with
        {
            LacksValue = true,
            Reason = stageArgs.TryGetValue(name, out var line)
                ? FormattableString.Invariant($"{name} has no value here: the ARG on line {line} is inside a stage, and FROM sees only those before the first FROM")
                : $"{name} has no value: give ARG {name} a default before the first FROM, or set it in `build-args`",
        };
    }

    private Dictionary<string, int> FindStageArgs()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var arg in file.Stages.SelectMany(stage => stage.Instructions).Where(i => i.Name == "ARG").SelectMany(DockerfileArg.Of))
        {
            found.TryAdd(arg.Name, arg.Line);
        }

        return found;
    }

    private void AddSources(DockerfileInstruction instruction, DockerfileStage stage, string prefix)
    {
        if (instruction.Trigger is { } trigger)
        {
            AddSources(trigger, stage, "ONBUILD ");
        }
        else if (instruction.Name == "COPY")
        {
            foreach (var flag in instruction.Flags.Where(flag => flag.Name == "from"))
            {
                AddCopy(flag.Value ?? "", Start(prefix + "COPY --from", flag.Value ?? "", instruction, stage));
            }
        }
        else if (instruction.Name == "RUN")
        {
            foreach (var flag in instruction.Flags.Where(flag => flag.Name == "mount"))
            {
                AddMount(flag.Value ?? "", prefix + "RUN --mount", instruction, stage);
            }
        }
    }

    private void AddCopy(string from, DockerfileImage image)
    {
        if (from.Length == 0)
        {
            images.Add(image with { Reason = "--from needs a stage or an image" });
        }
        else if (!IsLiteral(from))
        {
            images.Add(image with { Reason = "the builder does not replace variables in --from; name a stage (FROM $X AS name) and copy from that" });
        }
        else if (int.TryParse(from, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
        {
            if (index < 0 || index >= file.Stages.Count)
            {
                images.Add(image with { Reason = FormattableString.Invariant($"there is no stage number {index}; this file has {file.Stages.Count}") });
            }
        }
        else
        {
            AddNamed(from, image);
        }
    }

    private void AddMount(string mount, string kind, DockerfileInstruction instruction, DockerfileStage stage)
    {
        var from = MountFlag.From(mount, out var reason);
        var image = Start(kind, from ?? mount, instruction, stage);
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
        if (settings.Contexts.TryGetValue(name, out var context))
        {
            AddContext(image, name, context);
        }
        else if (name != Scratch && !stageNames.Contains(name.ToLowerInvariant()))
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

    private static DockerfileImage Start(string kind, string written, DockerfileInstruction instruction, DockerfileStage stage)
    {
        var (line, column) = instruction.Locate(written);
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
