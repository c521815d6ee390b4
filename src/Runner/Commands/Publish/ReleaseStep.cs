namespace Gates.Runner.Commands.Publish;

/// <summary>How far the release of a tag is taken.</summary>
internal enum ReleaseStep
{
    /// <summary>The results are attached; a draft stays a draft, for people to publish.</summary>
    Attach,

    /// <summary>The results are attached, and then a draft is published.</summary>
    Publish,
}
