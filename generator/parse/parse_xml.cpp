#include "parse/parse_xml.hpp"

#include <libxml/xmlreader.h>

#include <memory>
#include <vector>

namespace gongshi {
namespace {

std::string text_of(const xmlChar* text) {
  if (text == nullptr) return {};
  std::string copy;
  for (; *text != 0; ++text) copy.push_back(static_cast<char>(*text));
  return copy;
}

std::map<std::string, std::string> attributes_of(xmlTextReader& reader) {
  std::map<std::string, std::string> attributes;
  while (xmlTextReaderMoveToNextAttribute(&reader) == 1)
    attributes.emplace(text_of(xmlTextReaderConstLocalName(&reader)),
                       text_of(xmlTextReaderConstValue(&reader)));
  xmlTextReaderMoveToElement(&reader);
  return attributes;
}

}  // namespace

bool parse_xml(std::string_view xml, const XmlVisitor& visit) {
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
      xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions),
      &xmlFreeTextReader);
  if (reader == nullptr) return false;
  std::vector<std::string> open = {""};
  int state = 1;
  while ((state = xmlTextReaderRead(reader.get())) == 1) {
    const int type = xmlTextReaderNodeType(reader.get());
    if (type == XML_READER_TYPE_ELEMENT) {
      std::string name = text_of(xmlTextReaderConstLocalName(reader.get()));
      const bool empty = xmlTextReaderIsEmptyElement(reader.get()) == 1;
      visit.element(name, attributes_of(*reader));
      if (empty) {
        visit.end(name);
      } else {
        open.push_back(std::move(name));
      }
    } else if (type == XML_READER_TYPE_END_ELEMENT) {
      visit.end(open.back());
      open.pop_back();
    } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
      visit.text(open.back(), text_of(xmlTextReaderConstValue(reader.get())));
    }
  }
  return state == 0;
}

}  // namespace gongshi
