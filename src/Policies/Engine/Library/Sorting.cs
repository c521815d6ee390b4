using System.Globalization;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace Gates.Policies.Engine.Library;

/// <summary><c>Array.prototype.sort</c> that keeps the order of equals and copes with any comparison; the engine's own does neither.</summary>
internal static class Sorting
{
    public static JsValue Sort(JsValue self, JsValue[] arguments)
    {
        var list = self.AsObject();
        var compare = Comparison(list, arguments.At(0));
        var length = (int)TypeConverter.ToUint32(list.Get("length"));
        var items = new List<JsValue>();
        var blanks = 0;
        for (var i = 0; i < length; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            if (list.HasProperty(name))
            {
                var item = list.Get(name);
                blanks += item.IsUndefined() ? 1 : 0;
                if (!item.IsUndefined())
                {
                    items.Add(item);
                }
            }
        }

        Write(list, Merge([.. items], compare), blanks, length);
        return self;
    }

    private static Comparison<JsValue> Comparison(ObjectInstance list, JsValue given)
    {
        if (given.IsUndefined())
        {
            return (x, y) => string.CompareOrdinal(TypeConverter.ToString(x), TypeConverter.ToString(y));
        }

        var function = given.TryCast<ICallable>()
            ?? throw new JavaScriptException(list.Engine.TypeError, $"sort takes a function, not {Place.Kind(given)}");
        return (x, y) => TypeConverter.ToNumber(function.Call(JsValue.Undefined, [x, y])) switch { < 0 => -1, > 0 => 1, _ => 0 };
    }

    private static JsValue[] Merge(JsValue[] items, Comparison<JsValue> compare)
    {
        if (items.Length < 2)
        {
            return items;
        }

        var left = Merge(items[..(items.Length / 2)], compare);
        var right = Merge(items[(items.Length / 2)..], compare);
        var (l, r) = (0, 0);
        for (var i = 0; i < items.Length; i++)
        {
            var takeLeft = r == right.Length || (l < left.Length && compare(left[l], right[r]) <= 0);
            items[i] = takeLeft ? left[l++] : right[r++];
        }

        return items;
    }

    private static void Write(ObjectInstance list, JsValue[] sorted, int blanks, int length)
    {
        for (var i = 0; i < length; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            if (i < sorted.Length + blanks)
            {
                list.Put(name, i < sorted.Length ? sorted[i] : JsValue.Undefined, throwOnError: true);
            }
            else
            {
                list.Delete(name, throwOnError: true);
            }
        }
    }
}
