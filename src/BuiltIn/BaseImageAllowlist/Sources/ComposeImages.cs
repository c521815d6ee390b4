using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Images and builds of compose files.</summary>
internal sealed class ComposeImages(Func<string, string?> readText) : IYamlImages
{
    private const int MaxExtends = 20;

    private static readonly string[] BaseNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    public static bool IsComposeName(string name) =>
        YamlSource.IsYaml(name)
        && (name.StartsWith("compose.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("compose-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("docker-compose", StringComparison.OrdinalIgnoreCase));

    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (document.Get("services") is { Kind: NodeKind.Map } services && (IsComposeName(source.Name) || LooksLikeCompose(document, services)))
        {
            ReadServices(document, services, source, into);
        }
    }

    /// <summary>A file that something calls a compose file, whatever its name and shape.</summary>
    public void ReadNamed(SourceText source, CollectedImages into)
    {
        foreach (var document in Documents(source.Text, source.Path))
        {
            if (document.Get("services") is { Kind: NodeKind.Map } services)
            {
                ReadServices(document, services, source, into);
            }
        }
    }

    private void ReadServices(DocumentNode document, DocumentNode services, SourceText source, CollectedImages into)
    {
        into.AddFile(source);
        AddIncludes(document.Get("include"), source, into);
        var variables = Variables(source);
        foreach (var service in services.Entries)
        {
            var chain = Chain(new ComposePart(service.Node, source, variables), services, service.Key, 0, into);
            if (service.Node.Get("build") is not null)
            {
                new ComposeBuild(source, service.Key, into).Read(chain);
            }

            foreach (var image in service.Node.All("image").Where(image => image.Kind == NodeKind.Scalar && IsWritten(image) && IsPulled(chain)))
            {
                AddImage(image, $"services.{service.Key}.image", source, variables, into);
            }

            foreach (var image in (service.Node.Get("volumes")?.Items ?? []).Where(volume => volume.GetText("type") == "image")
                .Select(volume => volume.Get("source")).OfType<DocumentNode>())
            {
                AddImage(image, $"services.{service.Key}.volumes", source, variables, into);
            }
        }
    }

    private ComposeVariables Variables(SourceText source) => ComposeVariables.From(readText(RepositoryPath.Join(source.Folder, ".env")!));

    private static void AddIncludes(DocumentNode? include, SourceText source, CollectedImages into)
    {
        foreach (var item in include?.Items ?? [])
        {
            var paths = item.Get("path") is { Kind: NodeKind.Sequence } list ? list.Items.Select(path => path.Text) : [item.GetText("path") ?? item.Text];
            into.NamedFiles.UnionWith(paths.Select(path => RepositoryPath.Join(source.Folder, path)).OfType<string>());
        }
    }

    /// <summary>What a service is made of, the ground first: what it extends, and what the base file of an override says of it.</summary>
    private List<ComposePart> Chain(ComposePart part, DocumentNode services, string name, int depth, CollectedImages into)
    {
        var ground = depth >= MaxExtends ? null : Ground(part, services, name, into);
        return ground is null ? [part] : [.. Chain(ground.Value.Part, ground.Value.Services, ground.Value.Name, depth + 1, into), part];
    }

    private (ComposePart Part, DocumentNode Services, string Name)? Ground(ComposePart part, DocumentNode services, string name, CollectedImages into)
    {
        if (part.Node.Get("extends") is not { } extends)
        {
            return BaseOf(part, name);
        }

        var service = extends.Kind == NodeKind.Map ? extends.GetText("service") ?? name : extends.Text;
        if (extends.GetText("file") is not { } file)
        {
            return services.Get(service) is { } same ? (part with { Node = same }, services, service) : null;
        }

        if (RepositoryPath.Join(part.Source.Folder, part.Variables.Expand(file).Text) is not { } path)
        {
            return null;
        }

        into.NamedFiles.Add(path);
        return In(path, service, part.Source);
    }

    /// <summary>The service of the same name in the file that an override, or a file for one environment, is laid over.</summary>
    private (ComposePart Part, DocumentNode Services, string Name)? BaseOf(ComposePart part, string name)
    {
        var build = part.Node.Get("build");
        var isWhole = build is null or { IsString: true } || build.Get("context") is not null;
        return isWhole || !IsComposeName(part.Source.Name) || BaseNames.Contains(part.Source.Name, StringComparer.OrdinalIgnoreCase)
            ? null
            : BaseNames.Select(file => In(RepositoryPath.Join(part.Source.Folder, file)!, name, part.Source)).FirstOrDefault(found => found is not null);
    }

    private (ComposePart Part, DocumentNode Services, string Name)? In(string path, string service, SourceText asker)
    {
        if (readText(path) is not { } text)
        {
            return null;
        }

        var source = new SourceText(path, text, asker.InScope);
        return Documents(text, path).Select(document => document.Get("services")).FirstOrDefault(services => services?.Get(service) is not null) is { } found
            ? (new ComposePart(found.Get(service)!, source, Variables(source)), found, service)
            : null;
    }

    private static IEnumerable<DocumentNode> Documents(string text, string path) => LenientReader.Read(text, path).Documents.Select(MergeKeys.Apply);

    /// <summary>
    /// Compose tries to pull the image of a service that it could build, too, and builds only what it did not get, unless <c>pull_policy</c> says otherwise.
    /// </summary>
    private static bool IsPulled(List<ComposePart> chain) =>
        chain.TrueForAll(part => part.Node.Get("build") is null)
        || chain.Select(part => part.Node.GetText("pull_policy")).LastOrDefault(policy => policy is not null) is not ("build" or "never");

    /// <summary>Compose's own tags take away what another file says: <c>!reset</c> whatever stands behind it.</summary>
    private static bool IsWritten(DocumentNode image) =>
        image.Tag != "!reset" && !(image.Tag == "!override" && image.Text is "" or "null" or "~");

    private static bool LooksLikeCompose(DocumentNode document, DocumentNode services) =>
        document.Get("apiVersion") is null && document.Get("jobs") is null
        && services.Entries.All(service => service.Node is { Kind: NodeKind.Map } or { Kind: NodeKind.Scalar, Value: null })
        && services.Entries.Any(service => service.Node.Get("image") is { Kind: NodeKind.Scalar }
            || (service.Node.Get("build") ?? service.Node.Get("extends")) is not null);

    private static void AddImage(DocumentNode image, string where, SourceText source, ComposeVariables variables, CollectedImages into)
    {
        var value = variables.Expand(image.Text);
        if (value.Reason is not null)
        {
            into.AddUnknown(source, "compose image", image.Text, where, image.Line, value.Reason);
            return;
        }

        var found = ImageReference.TryParse(value.Text, out var reference, out var reason);
        into.Add(source, new ImageUse
        {
            Kind = "compose image",
            Written = image.Text,
            How = FormattableString.Invariant($"{where}, {source.Path}:{image.Line}"),
            Path = source.Path,
            Line = image.Line,
            Column = image.Column,
            Reference = reference,
            Reason = found ? null : reason,
        });
    }
}

/// <summary>What one file says of a compose service.</summary>
internal sealed record ComposePart(DocumentNode Node, SourceText Source, ComposeVariables Variables);
