using System.Collections.Concurrent;
using System.Text.Json;
using Gates.Doors.Registry;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.Facts.Images;

/// <summary>What registries say of images: digests, platforms, labels, layers, and what is attached.</summary>
internal sealed class ImageFacts : IContextFacts, IReachesOut
{
    public const string Kind = "images";

    private const int MaxImages = 200;

    private readonly ImageSelection selection;
    private readonly GateServices services;
    private readonly ConcurrentDictionary<string, SeenImage> known = new(StringComparer.Ordinal);

    /// <param name="asked">Images, and globs of Dockerfiles whose images count.</param>
    /// <param name="services">How registries are reached.</param>
    /// <exception cref="UsageException">One of them is neither.</exception>
    public ImageFacts(IReadOnlyList<string> asked, GateServices services)
    {
        selection = ImageSelection.Parse(asked);
        this.services = services;
    }

    public string Answers => "what registries say";

    public int Count { get; private set; }

    public string Unit => "image";

    public async Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        var images = selection.Of(context);
        if (images.Count > MaxImages)
        {
            throw new EvaluationException($"`{Kind}` facts: {images.Count} images are asked for; a run asks registries for {MaxImages} at most");
        }

        using var client = new RegistryClient(RegistryLogins.Read(services.Variables), services.Http, services.Time, services.Variables);
        var seen = new List<(SelectedImage Image, SeenImage Fact)>();
        foreach (var image in images)
        {
            seen.Add((image, await OneAsync(client, image, cancellationToken)));
        }

        ImageFactsWriter.Write(facts, seen);
        Count = images.Count;
    }

    /// <summary>What was seen for the head is what is there; nobody asks again for the base.</summary>
    private async Task<SeenImage> OneAsync(RegistryClient client, SelectedImage image, CancellationToken cancellationToken)
    {
        var name = image.Reference.ToString();
        if (known.TryGetValue(name, out var before))
        {
            return before;
        }

        try
        {
            return known[name] = await new ImageReader(client).ReadAsync(image.Reference, cancellationToken);
        }
        catch (RegistryException e)
        {
            throw new EvaluationException($"`{Kind}` facts could not be had: {e.Message}", e);
        }
    }
}
