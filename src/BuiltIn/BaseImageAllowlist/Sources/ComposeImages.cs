using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Images and builds of compose files.</summary>
internal sealed class ComposeImages(Func<string, string?> readText) : IYamlImages
{
    public static bool IsComposeName(string name) =>
        YamlSource.IsYaml(name)
        && (name.StartsWith("compose.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("compose-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("docker-compose", StringComparison.OrdinalIgnoreCase));

    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (document.Get("services") is not { Kind: NodeKind.Map } services || !(IsComposeName(source.Name) || LooksLikeCompose(document, services)))
        {
            return;
        }

        into.AddFile(source);
        var variables = ComposeVariables.From(readText(Beside(source, ".env")));
        foreach (var service in services.Entries)
        {
            foreach (var build in service.Node.All("build"))
            {
                new ComposeBuild(source, variables, into).Read(build, service.Key);
            }

            foreach (var image in service.Node.All("image").Where(image => image.Kind == NodeKind.Scalar && IsPulled(service.Node)))
            {
                AddImage(image, service.Key, source, variables, into);
            }
        }
    }

    private static string Beside(SourceText source, string name) => source.Folder.Length == 0 ? name : source.Folder + "/" + name;

    /// <summary>
    /// Compose tries to pull the image of a service that it could build, too, and builds only what it did not get, unless <c>pull_policy</c> says otherwise.
    /// </summary>
    private static bool IsPulled(DocumentNode service) =>
        service.Get("build") is null || service.GetText("pull_policy") is not ("build" or "never");

    private static bool LooksLikeCompose(DocumentNode document, DocumentNode services) =>
        document.Get("apiVersion") is null && document.Get("jobs") is null
        && services.Entries.All(service => service.Node is { Kind: NodeKind.Map } or { Kind: NodeKind.Scalar, Value: null })
        && services.Entries.Any(service => service.Node.Get("image") is { Kind: NodeKind.Scalar } || service.Node.Get("build") is not null);

    private static void AddImage(DocumentNode image, string service, SourceText source, ComposeVariables variables, CollectedImages into)
    {
        var where = $"services.{service}.image";
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
