# SPDX-License-Identifier: Apache-2.0
# What Qt 5's SVG module (the newest whose source Debian 12's own archive still has) needs to be compiled with Qt 6.
# Strings are looked at through QStringView instead of QStringRef.
s/QStringRef( *\([A-Za-z.]*\)\.string(), [A-Za-z.]*\.position(), \([^()]*\))/\1.mid(0, \2)/g
s/QStringRef( *\([A-Za-z.]*\)\.string(), [A-Za-z.]*\.position() *+ *\([0-9a-z]*\), \([^()]*\(()\)*[^()]*\))/\1.mid(\2, \3)/g
s/QStringRef \([A-Za-z]*\)( *\([A-Za-z.]*\)\.string(), [A-Za-z.]*\.position() *+ *\([0-9]*\), .*);/QStringView \1 = \2.mid(\3);/
s/QStringRef ref(&name, 1, name.length() - 1);/QStringView ref = QStringView(name).mid(1);/
s/QStringRef str(&instr);/QStringView str(instr);/
s/QStringRef(&\([a-z]*\))/QStringView(\1)/g
s/QXmlStreamStringRef(QStringRef(&\([a-z.]*\), \([a-z.0]*\), \([a-z.()]*\)))/\1.mid(\2, \3)/
s/QXmlStreamStringRef(name)/name/
s/QXmlStreamStringRef/QString/
s/name = QStringRef(&\([a-z.]*\), \([a-z.0]*\), \([a-z.()]*\))/name = \1.mid(\2, \3)/
s/const QStringRef &/QStringView /g
s/QStringRef/QStringView/g
# Glyph 0, and weights, have types of their own.
s/unicode = 0;/unicode = QChar(0);/
s/font\.setWeight(SVGToQtWeight(\(.*\)));/font.setWeight(QFont::Weight(SVGToQtWeight(\1)));/
# QMatrix is gone.
/#include <QtGui\/qmatrix.h>/d
s/QMatrix QSvgRenderer::matrixForElement/QTransform QSvgRenderer::transformForElement/
s/QMatrix matrixForElement/QTransform transformForElement/
/^#if QT_DEPRECATED_SINCE(5, 15)/,/^#endif \/\/ QT_DEPRECATED_SINCE/d
# What changed in Qt Gui's private style sheet parser.
s/QString attribute(NodePtr node, const QString &name) const override/QString attributeValue(NodePtr node, const QCss::AttributeSelector \&selector) const override/
s/^        if ((!n->nodeId().isEmpty() && (name == QLatin1String("id") ||/        const QString \&name = selector.name;\n&/
s/attribute\.name = name;/attribute.name = name.toString();/
s/colorStrTr\.unicode()/colorStrTr.data()/
s/QChar unicode = (uncStr.isEmpty()) ? 0 :/QChar unicode = (uncStr.isEmpty()) ? QChar(0) :/
# A view is trimmed by itself.
/^static inline QStringView trimRef/,/^}/c\
static inline QStringView trimRef(QStringView str)\
{\
    return str.trimmed();\
}
# A path's text is copied, since it is read up to the terminating zero that only a string has.
s/const QChar \*str = dataStr\.constData();/const QString copy = dataStr.toString();\n    const QChar *str = copy.constData();/
/QChar endc = \*end;/d
/\*const_cast<QChar \*>(end) = /d
# So is a number's text; a view of nothing has not even an address.
/^static qreal toDouble(QStringView str/,/^}/{
s/const QChar \*c = str\.constData();/const QString copy = str.toString();\n    const QChar *c = copy.constData();/
s/(str\.constData() + str\.length())/(copy.constData() + copy.length())/
}
