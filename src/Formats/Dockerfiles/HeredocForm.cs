namespace Gates.Formats.Dockerfiles;

/// <summary>Where a here-document's word may stand; builders differ.</summary>
internal enum HeredocForm
{
    /// <summary>Right behind <c>&lt;&lt;</c> or <c>&lt;&lt;-</c>: before dockerfile 1.16.</summary>
    Adjoining,

    /// <summary>Blanks may stand behind <c>&lt;&lt;</c>, but not behind <c>&lt;&lt;-</c>: since dockerfile 1.16.</summary>
    Spaced,

    /// <summary>Blanks may stand behind both, as in a shell.</summary>
    Shell,
}
