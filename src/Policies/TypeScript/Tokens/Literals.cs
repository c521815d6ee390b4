namespace Gates.Policies.TypeScript.Tokens;

/// <summary>Where names and literals end.</summary>
internal static class Literals
{
    /// <returns>The start when there is no word.</returns>
    public static int WordEnd(string text, int position)
    {
        while (position < text.Length)
        {
            if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] == 'u')
            {
                position += 2;
                if (position < text.Length && text[position] == '{')
                {
                    position++;
                }
            }
            else if (Characters.IsWordPart(text[position]) || (text[position] == '}' && IsEscapeEnd(text, position)))
            {
                position++;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    public static int NumberEnd(string text, int position)
    {
        var isDecimal = !(text[position] == '0' && position + 1 < text.Length && text[position + 1] is 'x' or 'X' or 'o' or 'O' or 'b' or 'B');
        var hasDot = !isDecimal;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '.' && !hasDot)
            {
                hasDot = true;
            }
            else if (isDecimal && c is '+' or '-' && text[position - 1] is 'e' or 'E')
            {
                hasDot = true;
            }
            else if (!Characters.IsWordPart(c))
            {
                break;
            }
        }

        return position;
    }

    /// <returns>-1 when it does not end on its line.</returns>
    public static int StringEnd(string text, int position)
    {
        var quote = text[position++];
        while (position < text.Length && text[position] is not ('\n' or '\r'))
        {
            if (text[position] == quote)
            {
                return position + 1;
            }

            position = text[position] == '\\' ? AfterEscape(text, position) : position + 1;
        }

        return -1;
    }

    /// <returns>Behind the flags; -1 when the expression does not end on its line.</returns>
    public static int RegexEnd(string text, int position)
    {
        var inClass = false;
        for (position++; position < text.Length && !Characters.IsLineBreak(text[position]); position++)
        {
            switch (text[position])
            {
                case '\\':
                    position++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    return WordEnd(text, position + 1);
            }
        }

        return -1;
    }

    /// <returns>Behind the <c>`</c> or the <c>${</c> that ends this part of a template; -1 when nothing does.</returns>
    public static int TemplatePartEnd(string text, int position)
    {
        for (; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '\\':
                    position++;
                    break;
                case '`':
                    return position + 1;
                case '$' when position + 1 < text.Length && text[position + 1] == '{':
                    return position + 2;
            }
        }

        return -1;
    }

    private static bool IsEscapeEnd(string text, int position)
    {
        var start = position - 1;
        while (start > 0 && position - start < 10 && char.IsAsciiHexDigit(text[start]))
        {
            start--;
        }

        return start > 1 && text[start] == '{' && text[start - 1] == 'u' && text[start - 2] == '\\';
    }

    private static int AfterEscape(string text, int position)
    {
        var isPair = position + 2 < text.Length && text[position + 1] == '\r' && text[position + 2] == '\n';
        return position + (isPair ? 3 : 2);
    }
}
